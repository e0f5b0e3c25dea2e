using System.Globalization;
using Kayse.Grains.Audit;
using Kayse.Grains.Tokens;

namespace Kayse.Grains.Billing;

/// <summary>What billing looks like in the audit log.</summary>
internal static class BillingAudit
{
    public static AuditRecord Changed(string companyId, BillingState before, BillingState after, AuditOrigin by, TimeProvider clock) =>
        Of(
            companyId,
            AuditActions.BillingPreferencesUpdated,
            new AuditDiff<BillingState>(before, after)
                .Text("primaryContactId", state => state.ContactId)
                .Word<BillingMode>("mode", state => state.Mode)
                .Text("currency", state => state.MonthlyCap is null ? null : state.Currency)
                .Number("monthlyCap", state => state.MonthlyCap)
                .Texts("alertRecipients", state => state.AlertRecipients)
                .Changes,
            by,
            clock
        );

    public static AuditRecord Refilled(string companyId, WalletEntry entry, string currency, AuditOrigin by, TimeProvider clock) =>
        Of(
            companyId,
            AuditActions.WalletRefilled,
            new AuditDiff<WalletEntry>(null, entry)
                .Text("paymentId", refill => refill.PaymentId)
                .Number("amount", refill => refill.Amount)
                .Text("currency", _ => currency)
                .Number("balance", refill => refill.Balance)
                .Changes,
            by,
            clock
        );

    public static AuditRecord Charged(string companyId, WalletEntry entry, string currency, TimeProvider clock) =>
        Of(
            companyId,
            AuditActions.WalletCharged,
            new AuditDiff<WalletEntry>(null, entry)
                .Text("month", charge => charge.Month?.ToString("yyyy-MM", CultureInfo.InvariantCulture))
                .Number("amount", charge => charge.Amount)
                .Text("currency", _ => currency)
                .Number("balance", charge => charge.Balance)
                .Changes,
            AuditOrigin.Nobody,
            clock
        );

    private static AuditRecord Of(
        string companyId,
        string action,
        IReadOnlyList<AuditChange> changes,
        AuditOrigin by,
        TimeProvider clock
    ) =>
        new(
            EntityId.New(clock),
            clock.GetUtcNow(),
            by.Actor,
            action,
            new AuditTarget(AuditTargetKinds.Billing, companyId, "Billing"),
            changes,
            by.IpAddress,
            by.SessionId,
            companyId
        );
}

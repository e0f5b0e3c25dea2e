using Kayse.Grains.Errors;

namespace Kayse.Grains.Billing;

internal static class WalletRules
{
    /// <summary>Entries of a ledger. All are in memory while the wallet is in use.</summary>
    public const int MaxEntries = 20_000;

    /// <summary>A refill as it is entered; refuses bad fields.</summary>
    public static RefillWallet Check(RefillWallet command)
    {
        var errors = new FieldErrors();
        var paymentId = errors.Required("paymentId", command.PaymentId, FieldLimits.PaymentId);
        BillingRules.CheckAmount(errors, "amount", command.Amount);
        errors.ThrowIfAny();
        return new(paymentId, command.Amount);
    }

    /// <summary>The next entry of a ledger.</summary>
    public static WalletEntry Next(WalletEntry? last, RefillWallet refill, string byUserId, DateTimeOffset now) =>
        new((last?.Number ?? 0) + 1, refill.PaymentId, refill.Amount, (last?.Balance ?? 0) + refill.Amount, now, byUserId);
}

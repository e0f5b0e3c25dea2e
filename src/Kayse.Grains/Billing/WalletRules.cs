using System.Globalization;
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

    /// <summary>The entry of a payment, to follow the last one.</summary>
    public static WalletEntry Refilled(WalletEntry? last, RefillWallet refill, string? byUserId, DateTimeOffset now) =>
        Next(last, refill.Amount, now) with
        {
            PaymentId = refill.PaymentId,
            ByUserId = byUserId,
        };

    /// <summary>The entry of what a month has cost.</summary>
    public static WalletEntry Charged(WalletEntry? last, DateOnly month, long amount, DateTimeOffset now) =>
        Next(last, -amount, now) with
        {
            Month = month,
        };

    /// <summary>What tells an entry from all others, so that each payment and each month is entered once.</summary>
    public static string IdOf(WalletEntry entry) => entry.Month is { } month ? IdOf(month) : IdOf(entry.PaymentId!);

    public static string IdOf(string paymentId) => $"payment {paymentId}";

    public static string IdOf(DateOnly month) => string.Create(CultureInfo.InvariantCulture, $"month {month:yyyy-MM}");

    private static WalletEntry Next(WalletEntry? last, long amount, DateTimeOffset now) =>
        new((last?.Number ?? 0) + 1, PaymentId: null, amount, (last?.Balance ?? 0) + amount, now, ByUserId: null, Month: null);
}

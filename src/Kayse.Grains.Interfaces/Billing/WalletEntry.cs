namespace Kayse.Grains.Billing;

/// <summary>
/// An entry in the ledger of a wallet: a payment, or what a month has cost. Entries are only added, never changed.
/// </summary>
/// <param name="Number">1 for the first, then one more each.</param>
/// <param name="PaymentId">The payment's id with whoever took it; null for a month.</param>
/// <param name="Amount">In minor units; negative for a month.</param>
/// <param name="Balance">What the wallet had after it, in minor units; it may be negative.</param>
/// <param name="At">When it was entered.</param>
/// <param name="ByUserId">Who entered it; null for a month.</param>
/// <param name="Month">The first day of the month; null for a payment.</param>
[GenerateSerializer, Immutable, Alias("kayse.wallet-entry")]
public sealed record WalletEntry(
    [property: Id(0)] long Number,
    [property: Id(1)] string? PaymentId,
    [property: Id(2)] long Amount,
    [property: Id(3)] long Balance,
    [property: Id(4)] DateTimeOffset At,
    [property: Id(5)] string? ByUserId,
    [property: Id(6)] DateOnly? Month
);

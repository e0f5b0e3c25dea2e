using Kayse.Grains.Billing;

namespace Kayse.WebHost.Billing;

/// <summary>A company's wallet.</summary>
/// <param name="Currency">The ISO 4217 code that all amounts are in.</param>
/// <param name="Balance">In minor units.</param>
/// <param name="Entries">A page of the history, newest first.</param>
/// <param name="NextCursor">Give it as <c>cursor</c> to get the next page; null on the last.</param>
/// <param name="Total">How many entries there are on all pages.</param>
internal sealed record WalletResponse(
    string Currency,
    long Balance,
    IReadOnlyList<WalletEntryResponse> Entries,
    string? NextCursor,
    int Total
)
{
    public static WalletResponse Of(WalletView wallet) =>
        new(
            wallet.Currency,
            wallet.Balance,
            [.. wallet.Entries.Items.Select(WalletEntryResponse.Of)],
            wallet.Entries.NextCursor,
            wallet.Entries.Total
        );
}

/// <summary>An entry of a wallet.</summary>
/// <param name="Number">1 for the first, then one more each.</param>
/// <param name="PaymentId">The payment's id with whoever took it; null for what a month has cost.</param>
/// <param name="Month">The first day of the month that this is the cost of; null for a payment.</param>
/// <param name="Amount">In minor units; negative for what a month has cost.</param>
/// <param name="Balance">What the wallet had after it, in minor units; it may be negative.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="ByUserId">Who recorded it; null for what a month has cost.</param>
internal sealed record WalletEntryResponse(
    long Number,
    string? PaymentId,
    DateOnly? Month,
    long Amount,
    long Balance,
    DateTimeOffset At,
    string? ByUserId
)
{
    public static WalletEntryResponse Of(WalletEntry entry) =>
        new(entry.Number, entry.PaymentId, entry.Month, entry.Amount, entry.Balance, entry.At, entry.ByUserId);
}

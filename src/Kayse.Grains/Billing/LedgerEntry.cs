using Kayse.Grains.Audit;
using Kayse.Grains.State;

namespace Kayse.Grains.Billing;

/// <summary>An entry of a wallet as it is stored.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Unrecorded">What the audit log doesn't have yet of it; null when it has all.</param>
[NoPersonalData("Payments to the company's wallet, with the id of the member who entered them.")]
internal sealed record LedgerEntry(WalletEntry Entry, AuditRecord? Unrecorded) : ISegmentItem
{
    string ISegmentItem.Id => WalletRules.IdOf(Entry);
}

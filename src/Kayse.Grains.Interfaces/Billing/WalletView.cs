using Kayse.Grains.Lists;

namespace Kayse.Grains.Billing;

/// <summary>What is in a company's wallet, and how it got there.</summary>
/// <param name="Currency">The ISO 4217 code that all amounts are in.</param>
/// <param name="Balance">In minor units.</param>
/// <param name="Entries">A page of the ledger, newest first.</param>
[GenerateSerializer, Immutable, Alias("kayse.wallet-view")]
public sealed record WalletView(
    [property: Id(0)] string Currency,
    [property: Id(1)] long Balance,
    [property: Id(2)] Page<WalletEntry> Entries
);

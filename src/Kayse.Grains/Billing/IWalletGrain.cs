using Kayse.Grains.Audit;
using Kayse.Grains.Lists;
using Orleans.Concurrency;

namespace Kayse.Grains.Billing;

/// <summary>The wallet of one company, keyed by company id; called by its billing only.</summary>
[Alias("kayse.wallet")]
internal interface IWalletGrain : IGrainWithStringKey
{
    /// <summary>The balance with a page of the ledger, newest first.</summary>
    [Alias("get")]
    Task<WalletView> GetAsync(PageRequest page);

    /// <summary>
    /// Enters a refill that was checked, and records it in the audit log. A payment that was entered before is answered
    /// with its entry. Refuses <c>payment_mismatch</c> when it was entered with another amount, and <c>wallet_full</c>.
    /// May be repeated.
    /// </summary>
    [Alias("refill")]
    Task<WalletEntry> RefillAsync(RefillWallet command, AuditOrigin by);

    /// <summary>Enters what a month that is over has cost. May be repeated: a month is entered once.</summary>
    /// <param name="month">Its first day.</param>
    /// <param name="amount">In minor units, more than nothing.</param>
    [Alias("charge")]
    Task ChargeAsync(DateOnly month, long amount);
}

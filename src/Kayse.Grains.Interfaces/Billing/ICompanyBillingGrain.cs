using Kayse.Grains.Lists;
using Kayse.Grains.Members;
using Orleans.Concurrency;

namespace Kayse.Grains.Billing;

/// <summary>
/// How a company pays (CO-10), keyed by company id. To see anything takes <c>billing.read</c>, to change anything
/// <c>billing.manage</c>; others are refused as by the company itself. Nothing here ever blocks service.
/// </summary>
[Alias("kayse.company-billing")]
public interface ICompanyBillingGrain : IGrainWithStringKey
{
    /// <summary>The preferences, with what has been spent this month.</summary>
    [Alias("get"), AlwaysInterleave]
    Task<BillingPreferencesView> GetPreferencesAsync(Actor actor);

    /// <summary>Who can be chosen as primary contact and for alerts.</summary>
    [Alias("list-candidates"), AlwaysInterleave]
    Task<BillingCandidates> ListCandidatesAsync(Actor actor);

    /// <summary>
    /// Replaces the preferences. A cap that is raised, or set anew, has its alerts sent again. Refuses bad fields and
    /// <c>version_conflict</c>. May be repeated: the same again changes nothing.
    /// </summary>
    [Alias("set")]
    Task<BillingPreferencesView> SetPreferencesAsync(Actor actor, SetBillingPreferences command);

    /// <summary>The wallet with a page of its history.</summary>
    [Alias("get-wallet"), AlwaysInterleave]
    Task<WalletView> GetWalletAsync(Actor actor, PageRequest page);

    /// <summary>
    /// Enters a payment; on disk when the task completes. May be repeated: a payment that was entered before is answered
    /// with its entry. Refuses bad fields, and <c>payment_mismatch</c> when it was entered with another amount.
    /// </summary>
    [Alias("refill-wallet")]
    Task<WalletEntry> RefillWalletAsync(Actor actor, RefillWallet command);
}

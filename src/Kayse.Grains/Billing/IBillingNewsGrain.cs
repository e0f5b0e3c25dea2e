using Orleans.Concurrency;

namespace Kayse.Grains.Billing;

/// <summary>
/// What billing is told from below, keyed by company id. One-way all of it, as nobody waits for who is above them, and
/// it decides nothing: billing looks down for the truth.
/// </summary>
[Alias("kayse.billing-news")]
internal interface IBillingNewsGrain : IGrainWithStringKey
{
    /// <summary>
    /// Somebody is no longer an active Admin or Super Admin: another may have to be the primary contact. A hint that may
    /// get lost: who was chosen is also looked at every hour.
    /// </summary>
    /// <param name="userId">Who.</param>
    /// <param name="wasFirstSuperAdmin">Whether they were the primary contact where nobody was chosen.</param>
    [OneWay, Alias("admin-left")]
    Task AdminLeftAsync(string userId, bool wasFirstSuperAdmin);
}

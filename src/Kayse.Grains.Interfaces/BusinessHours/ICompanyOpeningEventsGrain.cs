using Kayse.Grains.Members;
using Orleans.Concurrency;

namespace Kayse.Grains.BusinessHours;

/// <summary>
/// Whether the event feed of a company has when it opens and closes (CO-4), keyed by company id. Nothing is done for that
/// while nobody wants it.
/// </summary>
[Alias("kayse.company-opening-events")]
public interface ICompanyOpeningEventsGrain : IGrainWithStringKey
{
    /// <summary>Whether the feed has these events; for Admins and above.</summary>
    [Alias("get"), AlwaysInterleave]
    Task<bool> IsEnabledAsync(Actor actor);

    /// <summary>
    /// Has the feed have <c>business_hours.opened</c> and <c>business_hours.closed</c> from now on, or no longer; for
    /// Admins and above. May be repeated.
    /// </summary>
    [Alias("set")]
    Task SetEnabledAsync(Actor actor, bool isEnabled);
}

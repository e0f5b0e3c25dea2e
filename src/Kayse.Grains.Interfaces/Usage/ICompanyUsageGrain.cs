using Kayse.Grains.Lists;
using Kayse.Grains.Members;

namespace Kayse.Grains.Usage;

/// <summary>
/// What a company uses of Kayse services (CO-8), keyed by company id. A month that is over never changes: what arrives
/// late for it counts as an adjustment in the month in which it arrives.
/// </summary>
[Alias("kayse.company-usage")]
public interface ICompanyUsageGrain : IGrainWithStringKey
{
    /// <summary>
    /// Takes up to 500 events; for Admins and above, and their keys. What is accepted is on disk when the task
    /// completes, and in every read from then on. Whatever is wrong with one is in the result and doesn't affect the
    /// others. May be repeated: what was accepted is then a duplicate.
    /// </summary>
    /// <param name="actor">Who sends them; a backfill is refused to the company's own keys.</param>
    /// <param name="events">The events.</param>
    /// <param name="isBackfill">Whether events may be more than 35 days old.</param>
    [Alias("record")]
    Task<UsageRecorded> RecordUsageAsync(Actor actor, IReadOnlyList<UsageEvent> events, bool isBackfill);

    /// <summary>The usage of up to 400 days, to members who may see billing.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="from">The first day; null: the first of the current month.</param>
    /// <param name="to">The day after the last; null: that of the month of the first day.</param>
    [Alias("get")]
    Task<UsageView> GetUsageAsync(Actor actor, DateOnly? from, DateOnly? to);

    /// <summary>
    /// The usage of up to 400 days by member or agent, for those who used something; most of the first metric first. To
    /// members who may see billing.
    /// </summary>
    [Alias("list-shares")]
    Task<Page<UsageShare>> ListUsageSharesAsync(Actor actor, UsageSplit split, DateOnly? from, DateOnly? to, PageRequest page);
}

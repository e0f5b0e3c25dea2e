using Kayse.Grains.Lists;
using Kayse.Grains.Members;

namespace Kayse.Grains.Reports;

/// <summary>
/// The reports of a company's usage that are sent by mail (CO-9), keyed by company id. To see the schedules takes
/// <c>billing.read</c>, to change them <c>billing.manage</c>. A report that could not be sent in time is sent once, about
/// all the days that it is missing for, and says so.
/// </summary>
[Alias("kayse.company-reports")]
public interface ICompanyReportsGrain : IGrainWithStringKey
{
    /// <summary>All schedules, in the order in which they were made.</summary>
    [Alias("list")]
    Task<Page<ReportSchedule>> ListSchedulesAsync(Actor actor);

    /// <summary>One schedule.</summary>
    [Alias("get")]
    Task<ReportSchedule> GetScheduleAsync(Actor actor, string scheduleId);

    /// <summary>The active members who may see billing, and so get reports.</summary>
    [Alias("list-recipients")]
    Task<IReadOnlyList<CompanyPerson>> ListRecipientsAsync(Actor actor);

    /// <summary>
    /// Makes a schedule. May be repeated. Refuses bad fields, and <c>report_schedule_limit_reached</c>.
    /// </summary>
    [Alias("create")]
    Task<ReportSchedule> CreateScheduleAsync(Actor actor, CreateReportSchedule command);

    /// <summary>
    /// Changes a schedule; when it is sent next is found anew if when it is sent has changed. Refuses bad fields,
    /// <c>not_found</c> and <c>version_conflict</c>.
    /// </summary>
    [Alias("update")]
    Task<ReportSchedule> UpdateScheduleAsync(Actor actor, string scheduleId, UpdateReportSchedule command);

    /// <summary>
    /// Deletes a schedule. Refuses <c>not_found</c>, also when it is repeated, and <c>version_conflict</c>.
    /// </summary>
    /// <param name="actor">Who deletes.</param>
    /// <param name="scheduleId">The schedule.</param>
    /// <param name="expectedVersion">The version that is meant; null: any.</param>
    [Alias("delete")]
    Task DeleteScheduleAsync(Actor actor, string scheduleId, long? expectedVersion);
}

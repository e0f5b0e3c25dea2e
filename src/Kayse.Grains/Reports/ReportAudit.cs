using Kayse.Grains.Audit;
using Kayse.Grains.Tokens;

namespace Kayse.Grains.Reports;

/// <summary>What schedules of reports look like in the audit log.</summary>
internal static class ReportAudit
{
    /// <summary>Null before stands for a new schedule, null after for one that is deleted.</summary>
    public static AuditRecord Of(string companyId, StoredSchedule? before, StoredSchedule? after, AuditOrigin by, TimeProvider clock)
    {
        var action =
            before is null ? AuditActions.ReportScheduleCreated
            : after is null ? AuditActions.ReportScheduleDeleted
            : AuditActions.ReportScheduleUpdated;
        var schedule = (after ?? before)!;
        return new(
            EntityId.New(clock),
            clock.GetUtcNow(),
            by.Actor,
            action,
            new AuditTarget(AuditTargetKinds.ReportSchedule, schedule.Id, NameOf(schedule.Timing.Every)),
            new AuditDiff<StoredSchedule>(before, after)
                .Word<ReportEvery>("every", state => state.Timing.Every)
                .Word<DayOfWeek>("weekday", state => state.Timing.Weekday)
                .Number("dayOfMonth", state => state.Timing.DayOfMonth)
                .Number("hour", state => state.Timing.Hour)
                .Word<ReportFormat>("format", state => state.Format)
                .Texts("recipients", state => state.Recipients)
                .Changes,
            by.IpAddress,
            by.SessionId,
            companyId
        );
    }

    private static string NameOf(ReportEvery every) =>
        every switch
        {
            ReportEvery.Day => "Daily usage report",
            ReportEvery.Week => "Weekly usage report",
            _ => "Monthly usage report",
        };
}

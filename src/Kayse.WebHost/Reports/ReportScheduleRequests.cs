using Kayse.Grains.Reports;
using Kayse.WebHost.Http.Json;

namespace Kayse.WebHost.Reports;

/// <summary>Schedules a report.</summary>
internal sealed class CreateReportScheduleRequest
{
    /// <summary>How often: each day about the day before, each week, or each month about the days since the last.</summary>
    public required ReportEvery Every { get; init; }

    /// <summary>On which day of the week, for <c>week</c>.</summary>
    public DayOfWeek? Weekday { get; init; }

    /// <summary>On which day, 1 to 31, for <c>month</c>. In a month without it, on the last day.</summary>
    public int? DayOfMonth { get; init; }

    /// <summary>At which full hour, 0 to 23, in the company's time zone.</summary>
    public required int Hour { get; init; }

    /// <summary>The kind of file.</summary>
    public required ReportFormat Format { get; init; }

    /// <summary>1 to 20 members who may see billing, by user id.</summary>
    public required IReadOnlyList<string> Recipients { get; init; }

    public CreateReportSchedule ToCommand(string scheduleId) =>
        new(scheduleId, new ReportTiming(Every, Hour, Weekday, DayOfMonth), Format, Recipients);
}

/// <summary>Changes a scheduled report; absent fields stay as they are.</summary>
internal sealed class UpdateReportScheduleRequest
{
    /// <summary>How often. What another period has no use for, such as the weekday, is dropped.</summary>
    public Optional<ReportEvery?> Every { get; init; }

    /// <summary>On which day of the week, for <c>week</c>.</summary>
    public Optional<DayOfWeek?> Weekday { get; init; }

    /// <summary>On which day, 1 to 31, for <c>month</c>.</summary>
    public Optional<int?> DayOfMonth { get; init; }

    /// <summary>At which full hour, 0 to 23, in the company's time zone.</summary>
    public Optional<int?> Hour { get; init; }

    /// <summary>The kind of file.</summary>
    public Optional<ReportFormat?> Format { get; init; }

    /// <summary>Replaces who gets it: 1 to 20 members who may see billing.</summary>
    public Optional<IReadOnlyList<string>?> Recipients { get; init; }

    public UpdateReportSchedule ToCommand(long? expectedVersion)
    {
        Optionals.RefuseNull(
            ("every", Every.IsNull),
            ("hour", Hour.IsNull),
            ("format", Format.IsNull),
            ("recipients", Recipients.IsNull)
        );
        return new()
        {
            Every = Every.Value,
            Weekday = Weekday.Value,
            DayOfMonth = DayOfMonth.Value,
            Hour = Hour.Value,
            Format = Format.Value,
            Recipients = Recipients.Value,
            ExpectedVersion = expectedVersion,
        };
    }
}

using Kayse.Grains.State;

namespace Kayse.Grains.Reports;

[NoPersonalData("Which members a company's reports go to, by their ids; the reports are about the company.")]
internal sealed record ReportsState
{
    /// <summary>In the order in which they were made.</summary>
    public IReadOnlyList<StoredSchedule> Schedules
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>The files that mails on their way refer to.</summary>
    public IReadOnlyList<ReportFile> Files
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>What has to follow from the last changes, in order.</summary>
    public IReadOnlyList<ReportStep> Pending
    {
        get;
        init => field = value ?? [];
    } = [];
}

/// <summary>A schedule as it is stored.</summary>
internal sealed record StoredSchedule
{
    public required string Id { get; init; }

    public required ReportTiming Timing { get; init; }

    public ReportFormat Format { get; init; }

    /// <summary>User ids.</summary>
    public IReadOnlyList<string> Recipients
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>The first day that the next report is about.</summary>
    public DateOnly From { get; init; }

    /// <summary>The day on which the next report is sent, in the company's time zone.</summary>
    public DateOnly SendOn { get; init; }

    /// <summary>Grows with every change.</summary>
    public long Version { get; init; }
}

/// <summary>A report in the blob store.</summary>
/// <param name="Key">Where.</param>
/// <param name="DeleteAt">When no mail refers to it any more.</param>
internal sealed record ReportFile(string Key, DateTimeOffset DeleteAt);

using Kayse.Grains.Errors;

namespace Kayse.Grains.Reports;

/// <summary>Refusals of reports.</summary>
public static class ReportErrors
{
    /// <summary>How many schedules a company may have.</summary>
    public const int MaxSchedules = 20;

    /// <summary>How many people may get a report.</summary>
    public const int MaxRecipients = 20;

    /// <summary>The company has as many schedules as it may have.</summary>
    public static readonly Refusal TooMany = new(
        "report_schedule_limit_reached",
        "Your company already has 20 scheduled reports. Delete one that you no longer need."
    );
}

using System.Globalization;
using Kayse.Grains.Reports;

namespace Kayse.WebHost.Reports.Pages;

/// <summary>What the console says of when reports are sent, and the choices there are.</summary>
internal static class ReportScheduleWords
{
    private const int LastDay = 31;

    // The days that not every month has.
    private const int FirstRareDay = 29;

    public static readonly IReadOnlyList<(string Value, string Text)> Periods =
    [
        (nameof(ReportEvery.Day), "Every day"),
        (nameof(ReportEvery.Week), "Every week"),
        (nameof(ReportEvery.Month), "Every month"),
    ];

    public static readonly IReadOnlyList<(string Value, string Text)> Formats =
    [
        (nameof(ReportFormat.Pdf), "PDF"),
        (nameof(ReportFormat.Csv), "CSV"),
    ];

    // Weeks begin with Monday here.
    public static readonly IReadOnlyList<(string Value, string Text)> Weekdays =
    [
        .. Enumerable.Range(1, 7).Select(day => ((DayOfWeek)(day % 7)).ToString()).Select(day => (day, day)),
    ];

    public static readonly IReadOnlyList<(string Value, string Text)> DaysOfMonth =
    [
        .. Enumerable.Range(1, LastDay).Select(day => (Number(day), DayOfMonth(day))),
    ];

    public static readonly IReadOnlyList<(string Value, string Text)> Hours =
    [
        .. Enumerable.Range(0, 24).Select(hour => (Number(hour), Hour(hour))),
    ];

    /// <summary>Such as <c>Every Monday at 07:00</c>.</summary>
    public static string Of(ReportTiming timing) =>
        timing.Every switch
        {
            ReportEvery.Day => $"Every day at {Hour(timing.Hour)}",
            ReportEvery.Week => $"Every {timing.Weekday} at {Hour(timing.Hour)}",
            _ when timing.DayOfMonth == LastDay => $"On the last day of every month at {Hour(timing.Hour)}",
            _ => string.Create(CultureInfo.InvariantCulture, $"On day {timing.DayOfMonth} of every month at {Hour(timing.Hour)}"),
        };

    public static string Of(ReportFormat format) => format == ReportFormat.Pdf ? "PDF" : "CSV";

    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Hour(int hour) => string.Create(CultureInfo.InvariantCulture, $"{hour:00}:00");

    private static string DayOfMonth(int day) =>
        day switch
        {
            LastDay => "The last day",
            >= FirstRareDay => $"{Number(day)}, or the last day",
            _ => Number(day),
        };
}

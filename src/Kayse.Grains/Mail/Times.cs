using System.Globalization;

namespace Kayse.Grains.Mail;

/// <summary>
/// Times as people say them; durations are rounded down so that nobody is promised more than there is.
/// </summary>
internal static class Times
{
    public static string InWords(TimeSpan duration) =>
        duration switch
        {
            { Days: >= 2, Hours: 0, Minutes: 0 } => Count(duration.Days, "day"),
            { TotalHours: >= 1, Minutes: 0 } => Count((int)duration.TotalHours, "hour"),
            _ => Count((int)duration.TotalMinutes, "minute"),
        };

    /// <summary>An instant, exact to the minute.</summary>
    public static string Instant(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("dddd, d MMMM yyyy 'at' HH:mm 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>The quarter of the year, in UTC: <c>Q4 2026</c>.</summary>
    public static string Quarter(DateTimeOffset instant) =>
        string.Create(CultureInfo.InvariantCulture, $"Q{((instant.UtcDateTime.Month - 1) / 3) + 1} {instant.UtcDateTime.Year}");

    private static string Count(int number, string unit) =>
        string.Create(CultureInfo.InvariantCulture, $"{number} {unit}{(number == 1 ? "" : "s")}");
}

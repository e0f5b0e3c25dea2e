using System.Globalization;

namespace Kayse.Grains.Mail;

/// <summary>Durations as people say them, rounded down so that nobody is promised more than there is.</summary>
internal static class Durations
{
    public static string InWords(TimeSpan duration) => duration switch
    {
        { Days: >= 2, Hours: 0, Minutes: 0 } => Count(duration.Days, "day"),
        { TotalHours: >= 1, Minutes: 0 } => Count((int)duration.TotalHours, "hour"),
        _ => Count((int)duration.TotalMinutes, "minute"),
    };

    private static string Count(int number, string unit) =>
        string.Create(CultureInfo.InvariantCulture, $"{number} {unit}{(number == 1 ? "" : "s")}");
}

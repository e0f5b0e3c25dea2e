using System.Globalization;
using System.Text.RegularExpressions;
using Kayse.Grains.BusinessHours;
using Kayse.Grains.Errors;
using Kayse.WebHost.Http.Problems;

namespace Kayse.WebHost.BusinessHours.Pages;

/// <summary>
/// The hours of a day as people type and read them: <c>9:00–12:30, 13:30–18:00</c>, <c>9am to 5pm</c>, <c>24 hours</c>,
/// or nothing at all.
/// </summary>
internal static partial class TypedHours
{
    private const string Whole = "24 hours";
    private const string Closed = "closed";

    private static readonly OpeningInterval _whole = new(0, 24 * 60);

    /// <summary>What a field starts with; empty for a closed day.</summary>
    public static string Of(IReadOnlyList<OpeningInterval> day) =>
        day is [var only] && only == _whole
            ? Whole
            : string.Join(", ", day.Select(interval => $"{ClockTime.Of(interval.Open)}–{ClockTime.Of(interval.Close)}"));

    /// <summary>What a page says; <c>Closed</c> for a closed day.</summary>
    public static string InWords(IReadOnlyList<OpeningInterval> day) => day.Count == 0 ? "Closed" : Of(day);

    /// <summary>The hours that were typed, or a refusal that names the field.</summary>
    public static IReadOnlyList<OpeningInterval> Parse(string field, string text)
    {
        var typed = text.Trim();
        if (typed.Length == 0 || typed.Equals(Closed, StringComparison.OrdinalIgnoreCase))
            return [];
        if (typed.Equals(Whole, StringComparison.OrdinalIgnoreCase))
            return [_whole];
        return
        [
            .. typed
                .Split([',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Select(part =>
                    IntervalOf(part) ?? throw new RefusedException(HttpErrors.Field(field, $"“{part}” isn't a time such as 9:00–17:00."))
                ),
        ];
    }

    private static OpeningInterval? IntervalOf(string part) =>
        Interval().Match(part) is { Success: true } match
        && MinutesOf(match, "open") is { } open
        && MinutesOf(match, "close") is { } close
            ? new OpeningInterval(open, close)
            : null;

    private static int? MinutesOf(Match match, string end)
    {
        var hour = int.Parse(match.Groups[$"{end}Hour"].ValueSpan, CultureInfo.InvariantCulture);
        var minute = match.Groups[$"{end}Minute"] is { Success: true } typed
            ? int.Parse(typed.ValueSpan, CultureInfo.InvariantCulture)
            : 0;
        var half = match.Groups[$"{end}Half"];
        if (!half.Success)
            return hour > 24 || minute > 59 ? null : (hour * 60) + minute;
        if (hour is < 1 or > 12 || minute > 59)
            return null;
        return (((hour % 12) + (half.ValueSpan[0] is 'p' or 'P' ? 12 : 0)) * 60) + minute;
    }

    [GeneratedRegex(
        @"\A(?<openHour>[0-9]{1,2})(:(?<openMinute>[0-9]{2}))?\s*(?<openHalf>[ap]\.?m\.?)?\s*(-|–|—|to)\s*"
            + @"(?<closeHour>[0-9]{1,2})(:(?<closeMinute>[0-9]{2}))?\s*(?<closeHalf>[ap]\.?m\.?)?\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Interval();
}

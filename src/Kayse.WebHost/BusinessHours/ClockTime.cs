using System.Globalization;
using System.Text.RegularExpressions;

namespace Kayse.WebHost.BusinessHours;

/// <summary>Times of the clock on a wall, as texts such as <c>09:00</c>, and in minutes after midnight.</summary>
internal static partial class ClockTime
{
    /// <summary>What no time is; the rules refuse it where it stands.</summary>
    public const int None = -1;

    /// <summary>The minutes of <c>9:00</c>, <c>09:00</c> or <c>24:00</c>; <see cref="None"/> for anything else.</summary>
    public static int Parse(string? text) =>
        Pattern().Match(text ?? "") is { Success: true } match
            ? (int.Parse(match.Groups["hour"].ValueSpan, CultureInfo.InvariantCulture) * 60)
                + int.Parse(match.Groups["minute"].ValueSpan, CultureInfo.InvariantCulture)
            : None;

    /// <summary>Such as <c>09:00</c>.</summary>
    public static string Of(int minutes) => string.Create(CultureInfo.InvariantCulture, $"{minutes / 60:00}:{minutes % 60:00}");

    [GeneratedRegex(@"\A(?<hour>[0-9]{1,2}):(?<minute>[0-5][0-9])\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pattern();
}

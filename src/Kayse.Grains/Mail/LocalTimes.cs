using System.Globalization;

namespace Kayse.Grains.Mail;

/// <summary>Times by the clock of who reads them.</summary>
internal static class LocalTimes
{
    /// <summary>Such as <c>Mon, 5 Jan, 11:05</c>, and <c>UTC</c> after it where the zone is unknown.</summary>
    /// <param name="instant">When.</param>
    /// <param name="timeZone">The reader's IANA zone.</param>
    public static string Instant(DateTimeOffset instant, string timeZone)
    {
        var isKnown = TimeZoneInfo.TryFindSystemTimeZoneById(timeZone, out var zone) && zone.Id != TimeZoneInfo.Utc.Id;
        var local = TimeZoneInfo.ConvertTime(instant, isKnown ? zone! : TimeZoneInfo.Utc);
        return local.ToString(isKnown ? "ddd, d MMM, HH:mm" : "ddd, d MMM, HH:mm 'UTC'", CultureInfo.InvariantCulture);
    }
}

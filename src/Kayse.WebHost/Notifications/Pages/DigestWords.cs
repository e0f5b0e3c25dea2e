using System.Globalization;
using Kayse.Grains.Notifications;
using NodaTime;

namespace Kayse.WebHost.Notifications.Pages;

/// <summary>When digests come, as people say it where they are.</summary>
internal static class DigestWords
{
    /// <summary>Weekday, time and zone: <c>Mon 08:00 EDT</c>; the zone as an offset where it has no name of its own.</summary>
    public static string Moment(DateTimeOffset at, string timeZone)
    {
        var zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(timeZone) ?? DateTimeZone.Utc;
        var instant = Instant.FromDateTimeOffset(at);
        var local = instant.InZone(zone);
        var name = zone.GetZoneInterval(instant).Name;
        if (name.Length == 0 || name[0] is '+' or '-')
            name = local.ToString("'UTC'o<+HH:mm>", CultureInfo.InvariantCulture);
        return $"{local.ToString("ddd HH:mm", CultureInfo.InvariantCulture)} {name}";
    }

    /// <summary>The next digest and what waits for it: <c>Next digest: Mon 08:00 EDT; 4 items waiting</c>.</summary>
    public static string Next(NotificationSettingsView view)
    {
        if (view.NextDigestAt is not { } at)
            return "Digests are off: emails are sent as things happen.";
        var waiting = view.WaitingForDigest switch
        {
            0 => "nothing waiting",
            1 => "1 item waiting",
            var count => string.Create(CultureInfo.InvariantCulture, $"{count:N0} items waiting"),
        };
        return $"Next digest: {Moment(at, view.TimeZone)}; {waiting}";
    }
}

using System.Globalization;

namespace Kayse.WebHost.Console.Design;

/// <summary>Times as people read them, in a time zone.</summary>
public static class Times
{
    /// <summary>Date, time and zone: <c>22 Nov 2026, 14:05 UTC+01:00</c>.</summary>
    public static string Full(DateTimeOffset at, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(at, zone);
        var offset = local.Offset == TimeSpan.Zero ? "UTC" : local.ToString("'UTC'zzz", CultureInfo.InvariantCulture);
        return $"{local.ToString("d MMM yyyy, HH:mm", CultureInfo.InvariantCulture)} {offset}";
    }

    /// <summary>
    /// How far away it is within a day, else the date: <c>5 minutes ago</c>, <c>in 3 hours</c>, <c>20 Nov</c>, <c>3 Feb
    /// 2025</c>.
    /// </summary>
    public static string Near(DateTimeOffset at, DateTimeOffset now, TimeZoneInfo zone)
    {
        var away = at - now;
        if (away.Duration() < TimeSpan.FromMinutes(1))
            return at > now ? "in a moment" : "just now";
        if (away <= -TimeSpan.FromHours(24) || away >= TimeSpan.FromHours(24.5))
            return Date(TimeZoneInfo.ConvertTime(at, zone), TimeZoneInfo.ConvertTime(now, zone));
        return at > now ? $"in {Ahead(away)}" : $"{Ago(-away)} ago";
    }

    // What is ahead is rounded: a moment after something was given 24 hours it has 24 hours.
    private static string Ahead(TimeSpan away)
    {
        var minutes = (int)Math.Round(away.TotalMinutes, MidpointRounding.AwayFromZero);
        return minutes < 60
            ? Counted(minutes, "minute")
            : Counted((int)Math.Round(away.TotalHours, MidpointRounding.AwayFromZero), "hour");
    }

    private static string Ago(TimeSpan away) =>
        away < TimeSpan.FromHours(1) ? Counted((int)away.TotalMinutes, "minute") : Counted((int)away.TotalHours, "hour");

    private static string Date(DateTimeOffset at, DateTimeOffset now) =>
        at.ToString(at.Year == now.Year ? "d MMM" : "d MMM yyyy", CultureInfo.InvariantCulture);

    private static string Counted(int count, string unit) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {unit}{(count == 1 ? "" : "s")}");
}

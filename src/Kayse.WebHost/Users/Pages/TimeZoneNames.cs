using System.Globalization;

namespace Kayse.WebHost.Users.Pages;

/// <summary>The time zones that a form offers: places by their IANA names, which people know them by.</summary>
internal static class TimeZoneNames
{
    private static readonly string[] _continents =
    [
        "Africa",
        "America",
        "Antarctica",
        "Asia",
        "Atlantic",
        "Australia",
        "Europe",
        "Indian",
        "Pacific",
    ];

    private static readonly (string Value, string Text)[] _all =
    [
        ("", "UTC"),
        .. TimeZoneInfo
            .GetSystemTimeZones()
            .Where(zone =>
                zone.HasIanaId
                && _continents.Contains(zone.Id.Split('/')[0], StringComparer.Ordinal)
                && zone.Id.Contains('/', StringComparison.Ordinal)
            )
            .OrderBy(zone => zone.Id, StringComparer.Ordinal)
            .Select(zone => (zone.Id, TextOf(zone))),
    ];

    /// <summary>All of them, and the one that is set, whatever it is called.</summary>
    public static IReadOnlyList<(string Value, string Text)> With(string? own) =>
        own is null || _all.Any(zone => zone.Value == own) ? _all : [.. _all, (own, own)];

    private static string TextOf(TimeZoneInfo zone)
    {
        var offset = zone.BaseUtcOffset;
        var sign = offset < TimeSpan.Zero ? '-' : '+';
        return string.Create(CultureInfo.InvariantCulture, $"{zone.Id.Replace('_', ' ')} (UTC{sign}{offset:hh\\:mm})");
    }
}

using System.Collections.Frozen;
using NodaTime;

namespace Kayse.Grains.Users;

/// <summary>
/// The names of IANA's time zone database. What a system's folder of zones has besides (<c>posix/…</c>, <c>right/…</c>
/// with leap seconds, <c>localtime</c>) is none of them.
/// </summary>
internal static class IanaTimeZones
{
    // The database's own word for "not set up".
    private const string NoZone = "Factory";

    private static readonly FrozenSet<string> _names = DateTimeZoneProviders
        .Tzdb.Ids.Where(id => id is not NoZone)
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// The name as the database writes it, whatever case it was typed in; null when there is none, or this system
    /// doesn't have it.
    /// </summary>
    public static string? Find(string typed) =>
        _names.TryGetValue(typed, out var name) && TimeZoneInfo.TryFindSystemTimeZoneById(name, out _) ? name : null;
}

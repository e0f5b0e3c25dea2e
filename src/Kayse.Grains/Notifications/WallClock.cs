using NodaTime;
using NodaTime.TimeZones;

namespace Kayse.Grains.Notifications;

/// <summary>Times of clocks on walls as instants.</summary>
internal static class WallClock
{
    // When clocks go forward, the first instant after the gap; when they go back, the earlier of the two.
    private static readonly ZoneLocalMappingResolver _resolver = Resolvers.CreateMappingResolver(
        Resolvers.ReturnEarlier,
        Resolvers.ReturnStartOfIntervalAfter
    );

    public static DateTimeOffset InstantOf(LocalDateTime local, DateTimeZone zone) =>
        zone.ResolveLocal(local, _resolver).ToInstant().ToDateTimeOffset();

    public static LocalTime TimeOf(TimeOnly time) => LocalTime.FromTimeOnly(time);

    public static LocalDate DateOf(DateTimeOffset at, DateTimeZone zone) => Instant.FromDateTimeOffset(at).InZone(zone).Date;
}

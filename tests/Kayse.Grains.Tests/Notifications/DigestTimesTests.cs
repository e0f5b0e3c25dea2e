using Kayse.Grains.Notifications;
using NodaTime;

namespace Kayse.Grains.Tests.Notifications;

/// <summary>Digests come by the clock on the wall, once each, also when it is changed (NO-5).</summary>
public sealed class DigestTimesTests
{
    private static readonly DateTimeOffset _start = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    public static TheoryData<string> Zones => QuietTimesTests.Zones;

    [Theory, MemberData(nameof(Zones))]
    public void A_daily_digest_comes_once_a_day_all_year(string zoneId)
    {
        var zone = DateTimeZoneProviders.Tzdb[zoneId];

        var boundaries = Boundaries(new DigestSettings(DigestMode.Daily, 2), zone, 365);

        var days = boundaries.Select(boundary => Local(boundary, zone).Date).ToList();
        days.Zip(days.Skip(1)).ShouldAllBe(pair => pair.First.PlusDays(1) == pair.Second);
        foreach (var boundary in boundaries.Where(boundary => Local(boundary, zone).TimeOfDay != new LocalTime(2, 0)))
            zone.GetZoneInterval(Instant.FromDateTimeOffset(boundary))
                .Start.ShouldBe(Instant.FromDateTimeOffset(boundary), "2:00 was skipped");
    }

    [Theory, MemberData(nameof(Zones))]
    public void An_hourly_digest_comes_at_every_full_hour_and_at_no_other_time(string zoneId)
    {
        var zone = DateTimeZoneProviders.Tzdb[zoneId];
        foreach (var interval in zone.GetZoneIntervals(Instant.FromUtc(2026, 2, 1, 0, 0), Instant.FromUtc(2026, 12, 1, 0, 0)).Skip(1))
        {
            var from = (interval.Start - Duration.FromHours(4)).ToDateTimeOffset();
            var full = Enumerable
                .Range(1, 8 * 60)
                .Select(minute => from.AddMinutes(minute))
                .Where(at => Local(at, zone).TimeOfDay is { Minute: 0, Second: 0 });

            Boundaries(new DigestSettings(DigestMode.Hourly), zone, 20, from).TakeWhile(at => at <= from.AddHours(8)).ShouldBe(full);
        }
    }

    [Theory, MemberData(nameof(Zones))]
    public void A_weekly_digest_comes_on_its_weekday(string zoneId)
    {
        var zone = DateTimeZoneProviders.Tzdb[zoneId];

        var boundaries = Boundaries(new DigestSettings(DigestMode.Weekly, 8, DayOfWeek.Sunday), zone, 52);

        boundaries.ShouldAllBe(boundary => Local(boundary, zone).DayOfWeek == IsoDayOfWeek.Sunday);
        boundaries.ShouldAllBe(boundary => Local(boundary, zone).TimeOfDay == new LocalTime(8, 0));
        (boundaries[^1] - boundaries[0]).TotalDays.ShouldBe(51 * 7, 0.1);
    }

    [Fact]
    public void There_is_no_boundary_without_digests() => DigestTimes.Next(DigestSettings.Off, DateTimeZone.Utc, _start).ShouldBeNull();

    private static List<DateTimeOffset> Boundaries(DigestSettings digest, DateTimeZone zone, int count, DateTimeOffset? from = null)
    {
        var boundaries = new List<DateTimeOffset>();
        for (var at = from ?? _start; boundaries.Count < count; boundaries.Add(at))
            at = DigestTimes.Next(digest, zone, at)!.Value;
        return boundaries;
    }

    private static LocalDateTime Local(DateTimeOffset at, DateTimeZone zone) => Instant.FromDateTimeOffset(at).InZone(zone).LocalDateTime;
}

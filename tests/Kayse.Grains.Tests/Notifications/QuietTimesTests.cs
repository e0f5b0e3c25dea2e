using Kayse.Grains.Notifications;
using NodaTime;
using NodaTime.TimeZones;

namespace Kayse.Grains.Tests.Notifications;

/// <summary>Quiet hours are kept by the clock on the wall, also when it is changed (NO-4).</summary>
public sealed class QuietTimesTests
{
    private static readonly DateTimeZone _berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];
    private static readonly DayOfWeek[] _everyDay = Enum.GetValues<DayOfWeek>();

    public static TheoryData<string> Zones =>
        [
            "Europe/Berlin",
            "Europe/London",
            "America/New_York",
            "America/Los_Angeles",
            "America/St_Johns",
            "America/Santiago",
            "Australia/Sydney",
            "Australia/Lord_Howe",
            "Pacific/Auckland",
            "Pacific/Chatham",
        ];

    [Theory, MemberData(nameof(Zones))]
    public void An_end_that_the_clock_skips_is_the_first_instant_after(string zoneId)
    {
        var zone = DateTimeZoneProviders.Tzdb[zoneId];
        var (before, after) = ChangeOf(zone, isForward: true);
        var gap = after.WallOffset.Seconds - before.WallOffset.Seconds;
        var skipped = before.IsoLocalEnd.PlusSeconds(gap / 2);
        var quiet = new QuietHours(true, TimeOf(skipped.PlusHours(-3)), TimeOf(skipped), _everyDay, false);

        Until(quiet, zone, before.End - Duration.FromMinutes(30)).ShouldBe(before.End.ToDateTimeOffset());
        Until(quiet, zone, before.End).ShouldBeNull();
    }

    [Theory, MemberData(nameof(Zones))]
    public void An_end_that_comes_twice_is_the_earlier_one(string zoneId)
    {
        var zone = DateTimeZoneProviders.Tzdb[zoneId];
        var (before, after) = ChangeOf(zone, isForward: false);
        var overlap = before.WallOffset.Seconds - after.WallOffset.Seconds;
        var ambiguous = before.IsoLocalEnd.PlusSeconds(-overlap / 2);
        var quiet = new QuietHours(true, TimeOf(ambiguous.PlusHours(-3)), TimeOf(ambiguous), _everyDay, false);
        var end = before.End - Duration.FromSeconds(overlap / 2);

        Until(quiet, zone, end - Duration.FromMinutes(1)).ShouldBe(end.ToDateTimeOffset());
        Until(quiet, zone, before.End).ShouldBeNull("the time comes again, but the quiet hours are over");
    }

    [Theory, MemberData(nameof(Zones))]
    public void In_the_rest_of_the_year_it_is_quiet_when_the_wall_says_so(string zoneId)
    {
        var zone = DateTimeZoneProviders.Tzdb[zoneId];
        var quiet = new QuietHours(true, new TimeOnly(22, 0), new TimeOnly(7, 30), [DayOfWeek.Friday, DayOfWeek.Saturday], false);
        var changes = zone.GetZoneIntervals(Instant.FromUtc(2026, 1, 1, 0, 0), Instant.FromUtc(2027, 1, 1, 0, 0))
            .Where(interval => interval.HasStart)
            .Select(interval => interval.Start)
            .ToList();
        for (var at = Instant.FromUtc(2026, 1, 2, 0, 0); at < Instant.FromUtc(2026, 12, 30, 0, 0); at += Duration.FromMinutes(47))
        {
            if (changes.Exists(change => (change - at).TotalHours is > -12 and < 12))
                continue;
            var local = at.InZone(zone).LocalDateTime;
            var isLate = local.TimeOfDay >= new LocalTime(22, 0);
            var isEarly = local.TimeOfDay < new LocalTime(7, 30);
            var began = isEarly ? local.Date.PlusDays(-1) : local.Date;
            var isQuiet = (isLate || isEarly) && began.DayOfWeek is IsoDayOfWeek.Friday or IsoDayOfWeek.Saturday && (isLate || isEarly);

            (Until(quiet, zone, at) is not null).ShouldBe(isQuiet, $"{local} in {zone}");
        }
    }

    [Fact]
    public void Quiet_hours_within_a_day_end_on_it_and_begin_with_their_first_minute()
    {
        var quiet = new QuietHours(true, new TimeOnly(12, 0), new TimeOnly(13, 0), [DayOfWeek.Monday], false);

        At(quiet, 5, 10, 59).ShouldBeNull();
        At(quiet, 5, 11, 0).ShouldBe(Utc(5, 12, 0));
        At(quiet, 5, 12, 0).ShouldBeNull();
        At(quiet, 6, 11, 30).ShouldBeNull("it is Tuesday");
    }

    [Fact]
    public void A_snooze_that_ends_in_quiet_hours_lasts_until_these_end_and_the_other_way_round()
    {
        var quiet = new QuietHours(true, new TimeOnly(22, 0), new TimeOnly(7, 0), _everyDay, false);

        QuietTimes.Until(quiet, Utc(5, 22, 0), _berlin, Utc(5, 18, 0)).ShouldBe(Utc(6, 6, 0));
        QuietTimes.Until(quiet, Utc(6, 7, 0), _berlin, Utc(5, 22, 0)).ShouldBe(Utc(6, 7, 0));
        QuietTimes.Until(QuietHours.Off, Utc(5, 17, 0), _berlin, Utc(5, 18, 0)).ShouldBeNull();
    }

    [Fact]
    public void Quiet_hours_that_follow_each_other_have_one_end()
    {
        var quiet = new QuietHours(true, new TimeOnly(8, 0), new TimeOnly(7, 59), [DayOfWeek.Monday, DayOfWeek.Tuesday], false);

        At(quiet, 5, 10, 0).ShouldBe(Utc(6, 6, 59));
    }

    private static DateTimeOffset? At(QuietHours quiet, int day, int hour, int minute) =>
        QuietTimes.Until(quiet, null, _berlin, Utc(day, hour, minute));

    private static DateTimeOffset? Until(QuietHours quiet, DateTimeZone zone, Instant at) =>
        QuietTimes.Until(quiet, null, zone, at.ToDateTimeOffset());

    private static DateTimeOffset Utc(int day, int hour, int minute) => new(2026, 1, day, hour, minute, 0, TimeSpan.Zero);

    private static TimeOnly TimeOf(LocalDateTime local) => local.TimeOfDay.ToTimeOnly();

    private static (ZoneInterval Before, ZoneInterval After) ChangeOf(DateTimeZone zone, bool isForward)
    {
        var intervals = zone.GetZoneIntervals(Instant.FromUtc(2026, 1, 1, 0, 0), Instant.FromUtc(2027, 6, 1, 0, 0)).ToList();
        return intervals.Zip(intervals.Skip(1)).First(pair => pair.Second.WallOffset > pair.First.WallOffset == isForward);
    }
}

using System.Globalization;
using Kayse.Grains.Reports;
using NodaTime;

namespace Kayse.Grains.Tests.Reports;

public sealed class ReportTimesTests
{
    private static readonly ReportTiming _daily = new(ReportEvery.Day, 7);
    private static readonly ReportTiming _weekly = new(ReportEvery.Week, 7, DayOfWeek.Friday);
    private static readonly ReportTiming _lastDay = new(ReportEvery.Month, 7, DayOfMonth: 31);

    [Theory]
    [InlineData("2026-01-31", "2026-02-28")]
    [InlineData("2026-02-28", "2026-03-31")]
    [InlineData("2028-01-31", "2028-02-29")]
    [InlineData("2026-03-30", "2026-03-31")]
    [InlineData("2026-12-31", "2027-01-31")]
    public void The_31st_is_the_last_day_of_each_month(string day, string next)
    {
        ReportTimes.DayAfter(_lastDay, Day(day)).ShouldBe(Day(next));
        if (Day(day).AddDays(1).Day == 1)
            ReportTimes.DayBefore(_lastDay, Day(next)).ShouldBe(Day(day));
    }

    [Theory]
    [InlineData("2026-10-01", "2026-10-02")]
    [InlineData("2026-10-02", "2026-10-09")]
    [InlineData("2026-10-03", "2026-10-09")]
    public void A_weekly_report_comes_on_its_weekday(string day, string next)
    {
        ReportTimes.DayAfter(_weekly, Day(day)).ShouldBe(Day(next));
        ReportTimes.DayBefore(_weekly, Day(next)).ShouldBe(Day(next).AddDays(-7));
    }

    [Fact]
    public void Each_day_that_a_report_is_sent_on_is_found_from_the_one_before_and_the_other_way_around()
    {
        ReportTiming[] timings =
        [
            _daily,
            .. Enum.GetValues<DayOfWeek>().Select(day => _weekly with { Weekday = day }),
            .. Enumerable.Range(1, 31).Select(day => _lastDay with { DayOfMonth = day }),
        ];
        foreach (var timing in timings)
        {
            var day = ReportTimes.DayAfter(timing, Day("2026-01-15"));
            for (var i = 0; i < 40; i++)
            {
                var next = ReportTimes.DayAfter(timing, day);
                next.ShouldBeGreaterThan(day);
                ReportTimes.DayBefore(timing, next).ShouldBe(day, timing.ToString());
                day = next;
            }
        }
    }

    [Theory]
    [InlineData("America/New_York", 7, "2026-10-05T10:59:59Z", "2026-10-05T11:00:00Z")]
    [InlineData("America/New_York", 7, "2026-10-05T11:00:00Z", "2026-10-06T11:00:00Z")]
    [InlineData("Pacific/Kiritimati", 0, "2026-10-05T10:30:00Z", "2026-10-06T10:00:00Z")]
    [InlineData("Etc/UTC", 23, "2026-12-31T23:00:00Z", "2027-01-01T23:00:00Z")]
    public void The_first_report_is_sent_the_next_time_that_the_clock_shows_the_hour(string zone, int hour, string now, string first)
    {
        var timing = _daily with { Hour = hour };
        var tz = DateTimeZoneProviders.Tzdb[zone];

        ReportTimes.InstantOf(timing, tz, ReportTimes.FirstDay(timing, tz, At(now))).ShouldBe(At(first));
    }

    [Theory]
    // 02:00 doesn't exist on this day, and 01:00 comes twice on that one.
    [InlineData(2, "2026-03-08", "2026-03-08T07:00:00Z")]
    [InlineData(1, "2026-11-01", "2026-11-01T05:00:00Z")]
    public void An_hour_that_is_skipped_or_comes_twice_is_one_instant(int hour, string day, string at) =>
        ReportTimes.InstantOf(_daily with { Hour = hour }, DateTimeZoneProviders.Tzdb["America/New_York"], Day(day)).ShouldBe(At(at));

    private static DateOnly Day(string day) => DateOnly.Parse(day, CultureInfo.InvariantCulture);

    private static DateTimeOffset At(string time) => DateTimeOffset.Parse(time, CultureInfo.InvariantCulture);
}

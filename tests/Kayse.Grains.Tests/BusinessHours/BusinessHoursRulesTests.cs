using Kayse.Grains.BusinessHours;
using Kayse.Grains.Errors;
using Kayse.Grains.Users;

namespace Kayse.Grains.Tests.BusinessHours;

public sealed class BusinessHoursRulesTests
{
    private static readonly DateOnly _christmasEve = new(2026, 12, 24);

    [Fact]
    public void Intervals_are_put_in_order_and_merged_where_they_meet() =>
        Check(Monday((13, 17), (9, 12), (12, 13))).Weekly[0].ShouldBe([new(9 * 60, 17 * 60)]);

    [Fact]
    public void What_lasts_longer_than_a_day_is_not_merged_into_something_shorter() =>
        Check(Monday((2, 12), (12, 3))).Weekly[0].ShouldBe([new(120, 720), new(720, 180)]);

    [Fact]
    public void A_whole_day_ends_at_24_00_or_at_the_next_midnight()
    {
        Check(Monday((0, 24))).Weekly[0].ShouldBe([new(0, 1440)]);
        Check(Monday((0, 0))).Weekly[0].ShouldBe([new(0, 0)]);
    }

    [Fact]
    public void Intervals_that_overlap_are_refused_by_name() =>
        Refusal(Monday((9, 12), (11, 17)))["weekly.mon"].ShouldBe(["09:00–12:00 and 11:00–17:00 overlap."]);

    [Fact]
    public void A_night_that_runs_into_the_next_day_is_refused_by_name()
    {
        var schedule = Of(day =>
            day == 6 ? Hours((22, 6))
            : day == 0 ? Hours((5, 9))
            : []
        );

        Refusal(schedule)["weekly.sun"].ShouldBe(["22:00–06:00 runs into 05:00–09:00 of the next day."]);
        Check(
            Of(day =>
                day == 6 ? Hours((22, 6))
                : day == 0 ? Hours((6, 9))
                : []
            )
        )
            .Weekly[6]
            .ShouldBe([new(1320, 360)]);
    }

    [Fact]
    public void The_nights_of_exceptions_that_follow_each_other_are_checked_too()
    {
        var schedule = Of(_ => []) with
        {
            Exceptions = [new(_christmasEve, "Eve", Hours((20, 4))), new(_christmasEve.AddDays(1), "Christmas", Hours((3, 5)))],
        };

        Refusal(schedule)["exceptions"].ShouldBe(["20:00–04:00 runs into 03:00–05:00 of the next day."]);
    }

    [Theory, InlineData(-1, 60), InlineData(1440, 60), InlineData(60, -1), InlineData(60, 1441)]
    public void Times_are_those_of_a_day(int open, int close)
    {
        var schedule = Of(day => day == 2 ? [new(open, close)] : []);

        Refusal(schedule).Keys.ShouldBe(["weekly.wed"]);
    }

    [Fact]
    public void Days_and_exceptions_have_their_limits()
    {
        var nine = Enumerable.Range(0, 9).Select(hour => new OpeningInterval(hour * 60, (hour * 60) + 30)).ToList();
        Refusal(Of(day => day == 0 ? nine : [])).Keys.ShouldBe(["weekly.mon"]);
        Check(Of(day => day == 0 ? nine[..8] : [])).Weekly[0].Count.ShouldBe(8);

        var many = Enumerable.Range(0, 401).Select(day => new ScheduleException(_christmasEve.AddDays(day), "Day", [])).ToList();
        Refusal(Of(_ => []) with { Exceptions = many }).Keys.ShouldBe(["exceptions"]);
        Check(Of(_ => []) with { Exceptions = many[..400] }).Exceptions.Count.ShouldBe(400);
    }

    [Fact]
    public void Every_fault_is_told_at_once()
    {
        var schedule = new BusinessSchedule(
            "Mars/Olympus",
            Of(day => day == 1 ? Hours((9, 12), (11, 13)) : []).Weekly,
            [new(_christmasEve, " ", []), new(_christmasEve, "Again", [])]
        );

        Refusal(schedule).Keys.ShouldBe(["timeZone", "weekly.tue", "exceptions[0].name", "exceptions[1].date"], ignoreOrder: true);
    }

    [Fact]
    public void The_zone_is_written_as_the_database_writes_it_and_exceptions_are_by_date()
    {
        var schedule = Of(_ => []) with
        {
            TimeZone = "europe/berlin",
            Exceptions = [new(_christmasEve.AddDays(7), "New Year's Eve", []), new(_christmasEve, "Christmas Eve", [])],
        };

        Check(schedule).TimeZone.ShouldBe("Europe/Berlin");
        Check(schedule).Exceptions.Select(exception => exception.Date.Day).ShouldBe([24, 31]);
    }

    private static BusinessSchedule Check(BusinessSchedule schedule) =>
        BusinessHoursRules.Check(schedule, IanaTimeZones.Find(schedule.TimeZone));

    private static IReadOnlyDictionary<string, string[]> Refusal(BusinessSchedule schedule) =>
        Should.Throw<RefusedException>(() => Check(schedule)).Refusal.Fields.ShouldNotBeNull();

    private static BusinessSchedule Monday(params (int Open, int Close)[] hours) => Of(day => day == 0 ? Hours(hours) : []);

    private static BusinessSchedule Of(Func<int, IReadOnlyList<OpeningInterval>> day) =>
        new("America/New_York", [.. Enumerable.Range(0, 7).Select(day)], []);

    private static List<OpeningInterval> Hours(params (int Open, int Close)[] hours) =>
        [.. hours.Select(one => new OpeningInterval(one.Open * 60, one.Close * 60))];
}

using Kayse.Grains.BusinessHours;

namespace Kayse.Grains.Tests.BusinessHours;

/// <summary>What a company's status says, from Monday to Friday between 9 and 17 in New York unless it says otherwise.</summary>
public sealed class OpenHoursTests
{
    private static readonly IReadOnlyList<OpeningInterval> _workday = [new(540, 1020)];

    private static readonly BusinessSchedule _schedule = new(
        "America/New_York",
        [.. Enumerable.Range(0, 7).Select(day => day < 5 ? _workday : [])],
        []
    );

    [Fact]
    public void While_it_is_open()
    {
        var status = OpenHours.At(_schedule, At("2026-01-05T12:00-05:00"));

        status.ShouldBe(
            new(
                Open: true,
                At("2026-01-05T09:00-05:00"),
                At("2026-01-05T17:00-05:00"),
                At("2026-01-06T09:00-05:00"),
                At("2026-01-05T17:00-05:00"),
                BusinessHoursReason.Weekly,
                null
            )
        );
    }

    [Fact]
    public void While_it_is_closed()
    {
        var status = OpenHours.At(_schedule, At("2026-01-10T12:00-05:00"));

        status.ShouldBe(
            new(
                Open: false,
                At("2026-01-09T17:00-05:00"),
                At("2026-01-12T09:00-05:00"),
                At("2026-01-12T09:00-05:00"),
                At("2026-01-12T17:00-05:00"),
                BusinessHoursReason.Weekly,
                null
            )
        );
    }

    [Fact]
    public void It_is_open_at_the_minute_it_opens_and_closed_at_the_minute_it_closes()
    {
        OpenHours.At(_schedule, At("2026-01-05T08:59:59-05:00")).Open.ShouldBeFalse();
        OpenHours.At(_schedule, At("2026-01-05T09:00-05:00")).Open.ShouldBeTrue();
        OpenHours.At(_schedule, At("2026-01-05T16:59:59-05:00")).Open.ShouldBeTrue();
        OpenHours.At(_schedule, At("2026-01-05T17:00-05:00")).Open.ShouldBeFalse();
    }

    [Fact]
    public void Days_that_meet_at_midnight_are_one_time()
    {
        var always = _schedule with { Weekly = [.. Enumerable.Range(0, 7).Select(_ => new OpeningInterval[] { new(0, 1440) })] };
        OpenHours.At(always, At("2026-01-05T12:00-05:00")).ShouldBe(new(true, null, null, null, null, BusinessHoursReason.Weekly, null));

        var weekdays = _schedule with { Weekly = [.. always.Weekly.Take(5), [], []] };
        var status = OpenHours.At(weekdays, At("2026-01-07T12:00-05:00"));
        (status.Since, status.Until).ShouldBe((At("2026-01-05T00:00-05:00"), At("2026-01-10T00:00-05:00")));
    }

    [Fact]
    public void One_that_never_opens_has_nothing_to_wait_for()
    {
        var never = _schedule with { Weekly = [.. Enumerable.Repeat<IReadOnlyList<OpeningInterval>>([], 7)] };

        OpenHours.At(never, At("2026-01-05T12:00-05:00")).ShouldBe(new(false, null, null, null, null, BusinessHoursReason.Weekly, null));
    }

    [Fact]
    public void One_without_hours_counts_as_open() =>
        OpenHours.At(null, At("2026-01-05T12:00-05:00")).ShouldBe(new(true, null, null, null, null, BusinessHoursReason.NotSet, null));

    [Theory, InlineData(399, true), InlineData(401, false)]
    public void It_looks_400_days_ahead_and_back(int days, bool isSeen)
    {
        var at = At("2026-01-05T12:00-05:00");
        var never = Enumerable.Repeat<IReadOnlyList<OpeningInterval>>([], 7).ToList();
        var day = DateOnly.FromDateTime(at.Date);
        var once = new BusinessSchedule(
            "America/New_York",
            never,
            [new(day.AddDays(-days), "Before", [new(0, 1440)]), new(day.AddDays(days), "After", [new(0, 1440)])]
        );

        var status = OpenHours.At(once, at);

        (status.NextOpen is not null).ShouldBe(isSeen);
        (status.Since is not null).ShouldBe(isSeen);
    }

    [Fact]
    public void An_exception_replaces_what_starts_on_its_day_and_is_named()
    {
        var holiday = _schedule with { Exceptions = [new(new(2026, 1, 5), "Epiphany", [new(600, 720)])] };

        var open = OpenHours.At(holiday, At("2026-01-05T11:00-05:00"));
        (open.Open, open.Until, open.Reason, open.ExceptionName).ShouldBe(
            (true, At("2026-01-05T12:00-05:00"), BusinessHoursReason.Exception, "Epiphany")
        );
        var closed = OpenHours.At(holiday, At("2026-01-05T15:00-05:00"));
        (closed.Open, closed.Until, closed.Reason, closed.ExceptionName).ShouldBe(
            (false, At("2026-01-06T09:00-05:00"), BusinessHoursReason.Exception, "Epiphany")
        );
        OpenHours.At(holiday, At("2026-01-06T11:00-05:00")).Reason.ShouldBe(BusinessHoursReason.Weekly);
    }

    [Fact]
    public void The_night_before_an_exception_goes_on()
    {
        var nights = new BusinessSchedule(
            "America/New_York",
            [.. Enumerable.Range(0, 7).Select(_ => new OpeningInterval[] { new(1320, 360) })],
            [new(new(2026, 1, 6), "Closed", [])]
        );

        var tail = OpenHours.At(nights, At("2026-01-06T05:00-05:00"));
        (tail.Open, tail.Until, tail.Reason).ShouldBe((true, At("2026-01-06T06:00-05:00"), BusinessHoursReason.Weekly));
        OpenHours.At(nights, At("2026-01-06T23:00-05:00")).Open.ShouldBeFalse();
        OpenHours.At(nights, At("2026-01-07T05:00-05:00")).Open.ShouldBeFalse("it would have begun on the day of the exception");
    }

    [Fact]
    public void Clocks_that_change_move_the_instants_and_not_the_times()
    {
        var nights = _schedule with { Weekly = [.. Enumerable.Range(0, 7).Select(_ => new OpeningInterval[] { new(1320, 150) })] };

        // At 02:30, which this night doesn't have: the clock goes from 02:00 to 03:00.
        OpenHours.At(nights, At("2026-03-07T23:00-05:00")).Until.ShouldBe(At("2026-03-08T03:00-04:00"));
        // At 01:30, which this night has twice: the first time.
        var early = nights with
        {
            Weekly = [.. Enumerable.Range(0, 7).Select(_ => new OpeningInterval[] { new(1320, 90) })],
        };
        OpenHours.At(early, At("2026-10-31T23:00-04:00")).Until.ShouldBe(At("2026-11-01T01:30-04:00"));
    }

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}

using Kayse.Grains.Usage;

namespace Kayse.Grains.Tests.Usage;

public sealed class UsageCalendarTests
{
    [Theory]
    [InlineData("America/New_York")]
    [InlineData("America/Santiago")]
    [InlineData("America/St_Johns")]
    [InlineData("Europe/Berlin")]
    [InlineData("Africa/Cairo")]
    [InlineData("Asia/Beirut")]
    [InlineData("Asia/Kathmandu")]
    [InlineData("Australia/Lord_Howe")]
    [InlineData("Pacific/Chatham")]
    public void Every_instant_is_on_the_day_of_a_clock_on_the_wall(string zone)
    {
        var (calendar, local) = (Of((DateOnly.MinValue, zone)), TimeZoneInfo.FindSystemTimeZoneById(zone));
        for (var at = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc); at.Year == 2026; at = at.AddMinutes(15))
        {
            var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(at, local));
            calendar.DayOf(at).ShouldBe(day, $"{at:u}");
            at.ShouldBeInRange(calendar.StartOf(day), calendar.StartOf(day.AddDays(1)).AddTicks(-1));
            calendar.MonthOf(at).ShouldBe(new DateOnly(day.Year, day.Month, 1));
        }
    }

    [Theory]
    [InlineData("Asia/Tokyo", "America/New_York", 38)]
    [InlineData("America/New_York", "Asia/Tokyo", 10)]
    [InlineData("Etc/GMT+12", "Pacific/Kiritimati", 0)]
    [InlineData("Pacific/Kiritimati", "Etc/GMT+12", 50)]
    public void A_month_begins_where_the_one_before_ended_whatever_zones_follow(string before, string after, int hoursOfFirstDay)
    {
        var calendar = Of((DateOnly.MinValue, before), (new(2026, 3, 1), after));
        var last = calendar.DayOf(new DateTime(2026, 2, 20, 0, 0, 0, DateTimeKind.Utc));

        for (var at = new DateTime(2026, 2, 20, 0, 0, 0, DateTimeKind.Utc); at.Day != 10; at = at.AddMinutes(30))
        {
            var day = calendar.DayOf(at);
            (day.DayNumber - last.DayNumber).ShouldBeInRange(0, hoursOfFirstDay == 0 ? 2 : 1, $"{at:u}");
            calendar.MonthOf(at).ShouldBe(new DateOnly(day.Year, day.Month, 1), $"{at:u}");
            last = day;
        }

        var length = calendar.StartOf(new(2026, 3, 2)) - calendar.StartOf(new(2026, 3, 1));
        Math.Max(0, length.TotalHours).ShouldBe(hoursOfFirstDay);
    }

    private static UsageCalendar Of(params (DateOnly From, string Zone)[] zones) =>
        new([.. zones.Select(zone => new MonthlyZone(zone.From, zone.Zone))]);
}

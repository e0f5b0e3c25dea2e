using Kayse.Grains.BusinessHours;

namespace Kayse.WebHost.BusinessHours;

/// <summary>When a company is open.</summary>
/// <param name="TimeZone">The IANA time zone whose clock the times are of; null while no hours are set.</param>
/// <param name="Weekly">The hours of each day of the week; null while no hours are set.</param>
/// <param name="Exceptions">Days with hours of their own, by date.</param>
internal sealed record BusinessHoursResponse(
    string? TimeZone,
    WeeklyHoursResponse? Weekly,
    IReadOnlyList<ScheduleExceptionResponse> Exceptions
)
{
    public static BusinessHoursResponse Of(BusinessHoursView view) =>
        view.Schedule is { } schedule
            ? new(
                schedule.TimeZone,
                WeeklyHoursResponse.Of(schedule.Weekly),
                [.. schedule.Exceptions.Select(ScheduleExceptionResponse.Of)]
            )
            : new(null, null, []);
}

/// <summary>The hours of a week, by the day on which they start; a day without any is closed.</summary>
/// <param name="Mon">Monday.</param>
/// <param name="Tue">Tuesday.</param>
/// <param name="Wed">Wednesday.</param>
/// <param name="Thu">Thursday.</param>
/// <param name="Fri">Friday.</param>
/// <param name="Sat">Saturday.</param>
/// <param name="Sun">Sunday.</param>
internal sealed record WeeklyHoursResponse(
    IReadOnlyList<OpeningIntervalResponse> Mon,
    IReadOnlyList<OpeningIntervalResponse> Tue,
    IReadOnlyList<OpeningIntervalResponse> Wed,
    IReadOnlyList<OpeningIntervalResponse> Thu,
    IReadOnlyList<OpeningIntervalResponse> Fri,
    IReadOnlyList<OpeningIntervalResponse> Sat,
    IReadOnlyList<OpeningIntervalResponse> Sun
)
{
    public static WeeklyHoursResponse Of(IReadOnlyList<IReadOnlyList<OpeningInterval>> days)
    {
        var week = days.Select(OpeningIntervalResponse.Of).ToList();
        return new(week[0], week[1], week[2], week[3], week[4], week[5], week[6]);
    }
}

/// <summary>A time in which the company is open.</summary>
/// <param name="Open">When it opens, such as <c>09:00</c>.</param>
/// <param name="Close">When it closes, up to <c>24:00</c>; at or before <c>open</c>, on the next day.</param>
internal sealed record OpeningIntervalResponse(string Open, string Close)
{
    public static IReadOnlyList<OpeningIntervalResponse> Of(IReadOnlyList<OpeningInterval> intervals) =>
        [.. intervals.Select(interval => new OpeningIntervalResponse(ClockTime.Of(interval.Open), ClockTime.Of(interval.Close)))];
}

/// <summary>A day with hours of its own.</summary>
/// <param name="Date">The day.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Closed">Whether the company is closed.</param>
/// <param name="Intervals">When it is open.</param>
internal sealed record ScheduleExceptionResponse(
    DateOnly Date,
    string Name,
    bool Closed,
    IReadOnlyList<OpeningIntervalResponse> Intervals
)
{
    public static ScheduleExceptionResponse Of(ScheduleException exception) =>
        new(exception.Date, exception.Name, exception.Intervals.Count == 0, OpeningIntervalResponse.Of(exception.Intervals));
}

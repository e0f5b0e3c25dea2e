using Kayse.Grains.BusinessHours;
using Kayse.Grains.Errors;
using Kayse.WebHost.Http.Problems;

namespace Kayse.WebHost.BusinessHours;

/// <summary>All of a company's business hours.</summary>
internal sealed class BusinessHoursRequest
{
    /// <summary>The IANA time zone whose clock the times are of, such as <c>America/New_York</c>.</summary>
    public required string TimeZone { get; init; }

    /// <summary>The hours of each day of the week.</summary>
    public required WeeklyHoursRequest Weekly { get; init; }

    /// <summary>Days with hours of their own, up to 400, each day once.</summary>
    public required IReadOnlyList<ScheduleExceptionRequest> Exceptions { get; init; }

    public SetBusinessHours ToCommand(long? expectedVersion) =>
        new(
            new BusinessSchedule(
                TimeZone,
                Weekly.ToDays(),
                [.. Exceptions.Select((exception, i) => exception.ToException($"exceptions[{i}]"))]
            ),
            expectedVersion
        );
}

/// <summary>The hours of a week: up to 8 intervals a day, by the day on which they start. A day without any is closed.</summary>
internal sealed class WeeklyHoursRequest
{
    /// <summary>Monday.</summary>
    public IReadOnlyList<OpeningIntervalRequest>? Mon { get; init; }

    /// <summary>Tuesday.</summary>
    public IReadOnlyList<OpeningIntervalRequest>? Tue { get; init; }

    /// <summary>Wednesday.</summary>
    public IReadOnlyList<OpeningIntervalRequest>? Wed { get; init; }

    /// <summary>Thursday.</summary>
    public IReadOnlyList<OpeningIntervalRequest>? Thu { get; init; }

    /// <summary>Friday.</summary>
    public IReadOnlyList<OpeningIntervalRequest>? Fri { get; init; }

    /// <summary>Saturday.</summary>
    public IReadOnlyList<OpeningIntervalRequest>? Sat { get; init; }

    /// <summary>Sunday.</summary>
    public IReadOnlyList<OpeningIntervalRequest>? Sun { get; init; }

    public IReadOnlyList<IReadOnlyList<OpeningInterval>> ToDays() =>
        [.. new[] { Mon, Tue, Wed, Thu, Fri, Sat, Sun }.Select(OpeningIntervalRequest.ToIntervals)];
}

/// <summary>A time in which the company is open.</summary>
internal sealed class OpeningIntervalRequest
{
    /// <summary>When it opens, from <c>00:00</c> to <c>23:59</c>.</summary>
    public required string Open { get; init; }

    /// <summary>
    /// When it closes, up to <c>24:00</c>. At or before <c>open</c>, it closes on the next day.
    /// </summary>
    public required string Close { get; init; }

    public static IReadOnlyList<OpeningInterval> ToIntervals(IReadOnlyList<OpeningIntervalRequest>? intervals) =>
        [.. (intervals ?? []).Select(interval => new OpeningInterval(ClockTime.Parse(interval.Open), ClockTime.Parse(interval.Close)))];
}

/// <summary>A day with hours of its own.</summary>
internal sealed class ScheduleExceptionRequest
{
    /// <summary>The day.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>Such as <c>Thanksgiving Day</c>; 1 to 100 characters.</summary>
    public required string Name { get; init; }

    /// <summary>When it is open; empty or left out: it is closed.</summary>
    public IReadOnlyList<OpeningIntervalRequest>? Intervals { get; init; }

    /// <summary>Whether it is closed. It may be left out: a day without intervals is.</summary>
    public bool? Closed { get; init; }

    public ScheduleException ToException(string path)
    {
        if (Closed is { } closed && closed == Intervals is { Count: > 0 })
            throw new RefusedException(HttpErrors.Field($"{path}.closed", "Give intervals for a day that isn't closed, and only then."));
        return new(Date, Name, OpeningIntervalRequest.ToIntervals(Intervals));
    }
}

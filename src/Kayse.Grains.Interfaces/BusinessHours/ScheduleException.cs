namespace Kayse.Grains.BusinessHours;

/// <summary>
/// A day with hours of its own, such as a holiday. It replaces the intervals that start on that day; what began the day
/// before still ends when it would.
/// </summary>
/// <param name="Date">The day, in the company's time zone.</param>
/// <param name="Name">What people read, 1 to 100 characters.</param>
/// <param name="Intervals">Up to 8, in order; empty when the company is closed.</param>
[GenerateSerializer, Immutable, Alias("kayse.schedule-exception")]
public sealed record ScheduleException(
    [property: Id(0)] DateOnly Date,
    [property: Id(1)] string Name,
    [property: Id(2)] IReadOnlyList<OpeningInterval> Intervals
);

namespace Kayse.Grains.BusinessHours;

/// <summary>When a company is open (CO-4).</summary>
/// <param name="TimeZone">The IANA time zone whose clock the times are of.</param>
/// <param name="Weekly">Seven lists of up to 8 intervals each, from Monday to Sunday, by the day on which they
/// start.</param>
/// <param name="Exceptions">Up to 400 days with hours of their own, in order, each day once.</param>
[GenerateSerializer, Immutable, Alias("kayse.business-schedule")]
public sealed record BusinessSchedule(
    [property: Id(0)] string TimeZone,
    [property: Id(1)] IReadOnlyList<IReadOnlyList<OpeningInterval>> Weekly,
    [property: Id(2)] IReadOnlyList<ScheduleException> Exceptions
);

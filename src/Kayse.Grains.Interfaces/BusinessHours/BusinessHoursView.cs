namespace Kayse.Grains.BusinessHours;

/// <summary>The business hours of a company.</summary>
/// <param name="Schedule">When it is open; null while nobody has set it.</param>
/// <param name="Version">Grows with every change; 0 while nobody has set them.</param>
[GenerateSerializer, Immutable, Alias("kayse.business-hours-view")]
public sealed record BusinessHoursView([property: Id(0)] BusinessSchedule? Schedule, [property: Id(1)] long Version);

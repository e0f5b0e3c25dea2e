namespace Kayse.Grains.BusinessHours;

/// <summary>Replaces the business hours of a company; nothing is checked yet.</summary>
/// <param name="Schedule">When it is open.</param>
/// <param name="ExpectedVersion">The version that is replaced; null: any.</param>
[GenerateSerializer, Immutable, Alias("kayse.set-business-hours")]
public sealed record SetBusinessHours([property: Id(0)] BusinessSchedule Schedule, [property: Id(1)] long? ExpectedVersion = null);

namespace Kayse.Grains.BusinessHours;

/// <summary>A time in which a company is open, in minutes after midnight by the clock on its wall.</summary>
/// <param name="Open">0 to 1,439.</param>
/// <param name="Close">0 to 1,440, itself excluded; at or before <paramref name="Open"/> it is on the next day.</param>
[GenerateSerializer, Immutable, Alias("kayse.opening-interval")]
public readonly record struct OpeningInterval([property: Id(0)] int Open, [property: Id(1)] int Close);

namespace Kayse.Grains.Companies;

/// <summary>A company as its members see it.</summary>
[GenerateSerializer, Immutable, Alias("kayse.company-view")]
public sealed record CompanyView(
    [property: Id(0)] string Id,
    [property: Id(1)] string Name,
    [property: Id(2)] DateTimeOffset CreatedAt);

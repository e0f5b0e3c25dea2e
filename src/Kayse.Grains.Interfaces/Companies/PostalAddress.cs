namespace Kayse.Grains.Companies;

/// <summary>Where letters go. At least one part is there.</summary>
/// <param name="Lines">Up to 4 lines: street, building, post box.</param>
/// <param name="City">Or null.</param>
/// <param name="Region">State, province, county; or null.</param>
/// <param name="PostalCode">Or null.</param>
/// <param name="Country">ISO 3166 alpha-2, or null.</param>
[GenerateSerializer, Immutable, Alias("kayse.postal-address")]
public sealed record PostalAddress(
    [property: Id(0)] IReadOnlyList<string> Lines,
    [property: Id(1)] string? City,
    [property: Id(2)] string? Region,
    [property: Id(3)] string? PostalCode,
    [property: Id(4)] string? Country
);

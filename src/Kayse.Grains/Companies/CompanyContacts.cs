namespace Kayse.Grains.Companies;

/// <summary>Members whom a company's feature has something to tell.</summary>
/// <param name="CompanyName">The company's name.</param>
/// <param name="People">Who they are.</param>
[GenerateSerializer, Immutable, Alias("kayse.company-contacts")]
internal sealed record CompanyContacts([property: Id(0)] string CompanyName, [property: Id(1)] IReadOnlyList<CompanyContact> People);

/// <summary>A member who is told something by mail.</summary>
[GenerateSerializer, Immutable, Alias("kayse.company-contact")]
internal sealed record CompanyContact([property: Id(0)] string UserId, [property: Id(1)] string FullName, [property: Id(2)] string Email);

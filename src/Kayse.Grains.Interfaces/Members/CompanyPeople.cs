namespace Kayse.Grains.Members;

/// <summary>Active members of a company who have a right in common, for features that write to them.</summary>
/// <param name="CompanyName">The company's name.</param>
/// <param name="People">The members, those who joined first before the others.</param>
[GenerateSerializer, Immutable, Alias("kayse.company-people")]
public sealed record CompanyPeople([property: Id(0)] string CompanyName, [property: Id(1)] IReadOnlyList<CompanyPerson> People);

/// <summary>An active member as features know those whom they write to.</summary>
[GenerateSerializer, Immutable, Alias("kayse.company-person")]
public sealed record CompanyPerson(
    [property: Id(0)] string UserId,
    [property: Id(1)] string FullName,
    [property: Id(2)] string Email,
    [property: Id(3)] Role Role
);

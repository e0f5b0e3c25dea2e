namespace Kayse.Grains.Scopes;

/// <summary>A scope as those who give it to people see it (RO-2).</summary>
/// <param name="Id">The scope's id.</param>
/// <param name="Name">Its name, unique in the company.</param>
/// <param name="CaseTypes">The case types that it opens.</param>
/// <param name="MemberCount">How many members have it.</param>
/// <param name="Version">Grows with every change.</param>
[GenerateSerializer, Immutable, Alias("kayse.scope-view")]
public sealed record ScopeView(
    [property: Id(0)] string Id,
    [property: Id(1)] string Name,
    [property: Id(2)] IReadOnlyList<string> CaseTypes,
    [property: Id(3)] int MemberCount,
    [property: Id(4)] long Version
);

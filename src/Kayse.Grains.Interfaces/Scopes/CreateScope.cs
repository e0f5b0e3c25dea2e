namespace Kayse.Grains.Scopes;

/// <summary>Makes a scope, in the words of an admin: nothing is checked yet.</summary>
/// <param name="ScopeId">The new scope's id; a command that is repeated with the same id answers the same
/// scope.</param>
/// <param name="Name">1 to 100 characters, unlike every other scope's of the company, whatever their case.</param>
/// <param name="CaseTypes">1 to 200, of 1 to 64 characters each; those that differ in case alone are one.</param>
[GenerateSerializer, Immutable, Alias("kayse.create-scope")]
public sealed record CreateScope(
    [property: Id(0)] string ScopeId,
    [property: Id(1)] string Name,
    [property: Id(2)] IReadOnlyList<string> CaseTypes
);

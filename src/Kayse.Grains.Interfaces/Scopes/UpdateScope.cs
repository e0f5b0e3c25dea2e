namespace Kayse.Grains.Scopes;

/// <summary>Changes a scope. A change that is null leaves what is there.</summary>
/// <param name="Name">As in <see cref="CreateScope"/>.</param>
/// <param name="CaseTypes">As in <see cref="CreateScope"/>; they replace those that are there.</param>
/// <param name="ExpectedVersion">The version that the change is meant for; null: any.</param>
[GenerateSerializer, Immutable, Alias("kayse.update-scope")]
public sealed record UpdateScope(
    [property: Id(0)] string? Name,
    [property: Id(1)] IReadOnlyList<string>? CaseTypes,
    [property: Id(2)] long? ExpectedVersion
);

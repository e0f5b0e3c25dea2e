namespace Kayse.Grains.Catalogue;

/// <summary>An agent or a case type as people are to see it.</summary>
/// <param name="Id">1 to 64 characters: what members, invitations and scopes hold.</param>
/// <param name="Name">1 to 100 characters.</param>
/// <param name="Kind">What sort of thing it is, such as <c>chatbot</c> or <c>voice</c>; up to 40 characters, or
/// null.</param>
/// <param name="Archived">Whether it is no longer offered. Whoever has it keeps it, and its name is still
/// shown.</param>
[GenerateSerializer, Immutable, Alias("kayse.catalogue-item")]
public sealed record CatalogueItem(
    [property: Id(0)] string Id,
    [property: Id(1)] string Name,
    [property: Id(2)] string? Kind = null,
    [property: Id(3)] bool Archived = false
);

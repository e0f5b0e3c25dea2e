namespace Kayse.Grains.Catalogue;

/// <summary>One list of the catalogue.</summary>
/// <param name="Items">All of it, by name; archived ones too.</param>
/// <param name="Version">Grows with every change; 0 while nobody has written it.</param>
[GenerateSerializer, Immutable, Alias("kayse.catalogue-view")]
public sealed record CatalogueView([property: Id(0)] IReadOnlyList<CatalogueItem> Items, [property: Id(1)] long Version);

namespace Kayse.Grains.Catalogue;

/// <summary>Replaces a list of the catalogue; nothing is checked yet.</summary>
/// <param name="Items">Up to 2,000, each id once.</param>
/// <param name="ExpectedVersion">The version that is replaced; null: any.</param>
[GenerateSerializer, Immutable, Alias("kayse.replace-catalogue")]
public sealed record ReplaceCatalogue(
    [property: Id(0)] IReadOnlyList<CatalogueItem> Items,
    [property: Id(1)] long? ExpectedVersion = null
);

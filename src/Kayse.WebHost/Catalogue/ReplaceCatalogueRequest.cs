using Kayse.Grains.Catalogue;

namespace Kayse.WebHost.Catalogue;

/// <summary>The whole list that is to be there.</summary>
internal sealed class ReplaceCatalogueRequest
{
    /// <summary>Up to 2,000, each id once, in any order.</summary>
    public required IReadOnlyList<CatalogueItemRequest> Items { get; init; }

    public ReplaceCatalogue ToCommand(long? expectedVersion) =>
        new([.. Items.Select(item => new CatalogueItem(item.Id, item.Name, item.Kind, item.Archived ?? false))], expectedVersion);
}

/// <summary>An agent or a case type.</summary>
internal sealed class CatalogueItemRequest
{
    /// <summary>1 to 64 characters.</summary>
    public required string Id { get; init; }

    /// <summary>What people see, 1 to 100 characters.</summary>
    public required string Name { get; init; }

    /// <summary>What sort of thing it is, such as <c>chatbot</c> or <c>voice</c>; up to 40 characters.</summary>
    public string? Kind { get; init; }

    /// <summary>Whether it is no longer offered. Without it: it is offered.</summary>
    public bool? Archived { get; init; }
}

using Kayse.Grains.Catalogue;

namespace Kayse.WebHost.Catalogue;

/// <summary>Agents or case types with their names.</summary>
/// <param name="Items">All of them, sorted by name.</param>
internal sealed record CatalogueResponse(IReadOnlyList<CatalogueItemResponse> Items)
{
    public static CatalogueResponse Of(CatalogueView view) =>
        new([.. view.Items.Select(item => new CatalogueItemResponse(item.Id, item.Name, item.Kind, item.Archived))]);
}

/// <summary>An agent or a case type.</summary>
/// <param name="Id">What members, invitations and scopes hold.</param>
/// <param name="Name">What people see.</param>
/// <param name="Kind">What sort of thing it is, or null.</param>
/// <param name="Archived">Whether it is no longer offered.</param>
internal sealed record CatalogueItemResponse(string Id, string Name, string? Kind, bool Archived);

using Kayse.Grains.Catalogue;
using Kayse.WebHost.Http.Callers;

namespace Kayse.WebHost.Catalogue.Pages;

/// <summary>
/// What agents or case types are called, for pages: names instead of ids, and what a form offers to choose from. An id
/// that the catalogue doesn't have is shown as it is.
/// </summary>
public sealed class CatalogueNames
{
    private readonly Dictionary<string, CatalogueItem> _items;

    /// <summary>The names in a list of the catalogue.</summary>
    public CatalogueNames(CatalogueKind kind, IReadOnlyList<CatalogueItem> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        var ids = kind == CatalogueKind.CaseTypes ? Kayse.Grains.Members.CaseTypes.Comparer : StringComparer.Ordinal;
        _items = items.ToDictionary(item => item.Id, ids);
    }

    /// <summary>Whether there is nothing to choose from, so that ids have to be typed.</summary>
    public bool IsEmpty => _items.Count == 0;

    /// <summary>Whether an id has a name.</summary>
    public bool Has(string id) => _items.ContainsKey(id);

    /// <summary>The name of an id; the id itself when it has none.</summary>
    public string Of(string id) => _items.TryGetValue(id, out var item) ? item.Name : id;

    /// <summary>
    /// What a form offers, by name: everything that isn't archived, and whatever is chosen already, be it archived or
    /// unknown.
    /// </summary>
    public IReadOnlyList<CatalogueItem> Offered(IReadOnlyList<string> chosen)
    {
        ArgumentNullException.ThrowIfNull(chosen);
        var has = chosen.ToHashSet(_items.Comparer);
        return
        [
            .. _items
                .Values.Where(item => !item.Archived || has.Contains(item.Id))
                .Concat(chosen.Where(id => !_items.ContainsKey(id)).Select(id => new CatalogueItem(id, id)))
                .OrderBy(item => item.Name, StringComparer.OrdinalIgnoreCase),
        ];
    }

    /// <summary>The names of the agents of the company that the session acts in.</summary>
    internal static Task<CatalogueNames> OfAgentsAsync(Caller caller, IGrainFactory grains) =>
        LoadAsync(caller, grains, CatalogueKind.Agents);

    /// <summary>The names of its case types.</summary>
    internal static Task<CatalogueNames> OfCaseTypesAsync(Caller caller, IGrainFactory grains) =>
        LoadAsync(caller, grains, CatalogueKind.CaseTypes);

    private static async Task<CatalogueNames> LoadAsync(Caller caller, IGrainFactory grains, CatalogueKind kind) =>
        new(kind, (await caller.Company<ICompanyCatalogueGrain>(grains).GetCatalogueAsync(caller.Actor, kind)).Items);
}

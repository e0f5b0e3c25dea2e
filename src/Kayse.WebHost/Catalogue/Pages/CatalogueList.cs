using Kayse.Grains.Catalogue;
using Kayse.WebHost.Console.Design;

namespace Kayse.WebHost.Catalogue.Pages;

/// <summary>A list of the catalogue as its pages speak of it.</summary>
/// <param name="Kind">Which list.</param>
/// <param name="Name">As addresses name it.</param>
/// <param name="Title">As a heading.</param>
/// <param name="One">One of its items.</param>
internal sealed record CatalogueList(CatalogueKind Kind, string Name, string Title, string One)
{
    public static readonly CatalogueList Agents = new(CatalogueKind.Agents, "agents", "Agents", "agent");

    public static readonly CatalogueList CaseTypes = new(CatalogueKind.CaseTypes, "case-types", "Case types", "case type");

    /// <summary>Where the lists are, for tabs.</summary>
    public static readonly IReadOnlyList<Tab> Tabs = [.. new[] { Agents, CaseTypes }.Select(list => new Tab(list.Url, list.Title))];

    /// <summary>Its page.</summary>
    public string Url => $"/settings/catalogue/{Name}";

    /// <summary>The list of a name, agents without one; null when there is none.</summary>
    public static CatalogueList? Find(string name) =>
        name.Length == 0 || name == Agents.Name ? Agents
        : name == CaseTypes.Name ? CaseTypes
        : null;

    /// <summary>The page on which an item is edited, or a new one is made.</summary>
    public string EditUrl(string? id = null) => id is null ? $"{Url}/edit" : $"{Url}/edit?id={Uri.EscapeDataString(id)}";
}

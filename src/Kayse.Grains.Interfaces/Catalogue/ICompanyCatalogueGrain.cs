using Kayse.Grains.Members;
using Orleans.Concurrency;

namespace Kayse.Grains.Catalogue;

/// <summary>
/// The names of a company's agents and case types (CO-11), keyed by company id. They are for people to read and choose:
/// nothing depends on an id being there.
/// </summary>
[Alias("kayse.company-catalogue")]
public interface ICompanyCatalogueGrain : IGrainWithStringKey
{
    /// <summary>A list of the catalogue, to every active member; empty while nobody has written it.</summary>
    [Alias("get"), AlwaysInterleave]
    Task<CatalogueView> GetCatalogueAsync(Actor actor, CatalogueKind kind);

    /// <summary>
    /// Replaces a list of the catalogue; for Admins and above. Refuses bad fields, each with its index, and
    /// <c>version_conflict</c>. May be repeated: the same list again changes nothing.
    /// </summary>
    [Alias("replace")]
    Task<CatalogueView> ReplaceCatalogueAsync(Actor actor, CatalogueKind kind, ReplaceCatalogue command);
}

using Kayse.Grains.Audit;
using Orleans.Concurrency;

namespace Kayse.Grains.Catalogue;

/// <summary>One list of a company's catalogue, keyed by <see cref="CatalogueKeys"/>; called by the company only.</summary>
[Alias("kayse.catalogue")]
internal interface ICatalogueGrain : IGrainWithStringKey
{
    /// <summary>The list.</summary>
    [Alias("get"), AlwaysInterleave]
    Task<CatalogueView> GetAsync();

    /// <summary>
    /// Replaces the list by one that was checked, and records what differs in the audit log. Refuses
    /// <c>version_conflict</c>. May be repeated.
    /// </summary>
    [Alias("replace")]
    Task<CatalogueView> ReplaceAsync(ReplaceCatalogue command, AuditOrigin by);
}

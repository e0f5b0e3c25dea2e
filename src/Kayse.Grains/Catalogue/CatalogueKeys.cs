namespace Kayse.Grains.Catalogue;

/// <summary>The keys of <see cref="ICatalogueGrain"/>: a company and one of its lists.</summary>
internal static class CatalogueKeys
{
    private const string Agents = "agents-of-";
    private const string CaseTypes = "case-types-of-";

    public static string Of(string companyId, CatalogueKind kind) => (kind == CatalogueKind.Agents ? Agents : CaseTypes) + companyId;

    public static (string CompanyId, CatalogueKind Kind) Parse(string key) =>
        key.StartsWith(Agents, StringComparison.Ordinal)
            ? (key[Agents.Length..], CatalogueKind.Agents)
            : (key[CaseTypes.Length..], CatalogueKind.CaseTypes);
}

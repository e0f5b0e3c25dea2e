using Kayse.Grains.Companies;
using Kayse.Grains.Members;

namespace Kayse.Grains.Catalogue;

/// <summary>Who may read and write the catalogue of a company: <see cref="ICompanyCatalogueGrain"/>.</summary>
internal sealed class CompanyCatalogue(CompanyContext company)
{
    public async Task<CatalogueView> GetAsync(Actor actor, CatalogueKind kind)
    {
        await company.WhenSavedAsync();
        company.Acting(actor);
        return await List(kind).GetAsync();
    }

    public Task<CatalogueView> ReplaceAsync(Actor actor, CatalogueKind kind, ReplaceCatalogue command)
    {
        var admin = company.Admin(actor);
        var items = CatalogueRules.Check(kind, command.Items);
        return List(kind).ReplaceAsync(command with { Items = items }, CompanyAudit.OriginOf(admin, actor));
    }

    private ICatalogueGrain List(CatalogueKind kind) => company.Grains.GetGrain<ICatalogueGrain>(CatalogueKeys.Of(company.Id, kind));
}

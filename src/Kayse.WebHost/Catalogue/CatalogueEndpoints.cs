using Kayse.Grains.ApiKeys;
using Kayse.Grains.Catalogue;
using Kayse.WebHost.Http.Callers;
using Kayse.WebHost.Http.Json;
using Kayse.WebHost.Http.OpenApi;
using Kayse.WebHost.Http.Versions;

namespace Kayse.WebHost.Catalogue;

/// <summary>
/// The names of agents and case types (CO-11). Other services push them: with the API key of an Admin that may write.
/// A name gives nobody access, so the key needn't be one that may administer.
/// </summary>
internal static class CatalogueEndpoints
{
    public static void MapCatalogue(this RouteGroupBuilder api)
    {
        var catalogue = api.MapGroup("/companies/{company}/catalogue").WithTags("Company").Refuses("forbidden", "not_found");
        catalogue.MapGet("/agents", GetAgentsAsync).Allows(Who.Holding(), keys: ApiKeyPermissions.Read);
        catalogue.MapPut("/agents", ReplaceAgentsAsync).Allows(Who.Admins, keys: ApiKeyPermissions.Write);
        catalogue.MapGet("/case-types", GetCaseTypesAsync).Allows(Who.Holding(), keys: ApiKeyPermissions.Read);
        catalogue.MapPut("/case-types", ReplaceCaseTypesAsync).Allows(Who.Admins, keys: ApiKeyPermissions.Write);
    }

    /// <summary>Get the names of agents</summary>
    /// <remarks>
    /// Sorted by name, archived ones included. The list only gives ids a name: a member may be assigned an agent that is
    /// not in it.
    /// </remarks>
    public static Task<Versioned<CatalogueResponse>> GetAgentsAsync(string company, Caller caller, IGrainFactory grains) =>
        GetAsync(company, CatalogueKind.Agents, caller, grains);

    /// <summary>Replace the names of agents</summary>
    /// <remarks>
    /// For the service that owns the agents: send the whole list whenever it changes. An agent that is left out loses its
    /// name but stays assigned to whoever has it; set <c>archived</c> to keep its name and stop offering it. The audit
    /// log records what was added, removed and changed. Sending the same list again changes nothing.
    /// </remarks>
    public static Task<Versioned<CatalogueResponse>> ReplaceAgentsAsync(
        string company,
        Body<ReplaceCatalogueRequest> body,
        IfMatch match,
        Caller caller,
        IGrainFactory grains
    ) => ReplaceAsync(company, CatalogueKind.Agents, body.Value, match, caller, grains);

    /// <summary>Get the names of case types</summary>
    /// <remarks>
    /// Sorted by name, archived ones included. The ids are the words that scopes use; a scope may use others too.
    /// </remarks>
    public static Task<Versioned<CatalogueResponse>> GetCaseTypesAsync(string company, Caller caller, IGrainFactory grains) =>
        GetAsync(company, CatalogueKind.CaseTypes, caller, grains);

    /// <summary>Replace the names of case types</summary>
    /// <remarks>
    /// For the service that owns the case types: send the whole list whenever it changes. A case type that is left out
    /// loses its name but stays in the scopes that have it; set <c>archived</c> to keep its name and stop offering it.
    /// Upper and lower case make no difference in an id. Sending the same list again changes nothing.
    /// </remarks>
    public static Task<Versioned<CatalogueResponse>> ReplaceCaseTypesAsync(
        string company,
        Body<ReplaceCatalogueRequest> body,
        IfMatch match,
        Caller caller,
        IGrainFactory grains
    ) => ReplaceAsync(company, CatalogueKind.CaseTypes, body.Value, match, caller, grains);

    private static async Task<Versioned<CatalogueResponse>> GetAsync(
        string company,
        CatalogueKind kind,
        Caller caller,
        IGrainFactory grains
    ) => Show(await caller.Company<ICompanyCatalogueGrain>(grains, company).GetCatalogueAsync(caller.Actor, kind));

    private static async Task<Versioned<CatalogueResponse>> ReplaceAsync(
        string company,
        CatalogueKind kind,
        ReplaceCatalogueRequest request,
        IfMatch match,
        Caller caller,
        IGrainFactory grains
    ) =>
        Show(
            await caller
                .Company<ICompanyCatalogueGrain>(grains, company)
                .ReplaceCatalogueAsync(caller.Actor, kind, request.ToCommand(match.Version))
        );

    private static Versioned<CatalogueResponse> Show(CatalogueView view) => Versioned.Ok(CatalogueResponse.Of(view), view.Version);
}

using Kayse.Grains.ApiKeys;
using Kayse.Grains.Domains;
using Kayse.WebHost.Http;
using Kayse.WebHost.Http.Callers;
using Kayse.WebHost.Http.Json;
using Kayse.WebHost.Http.Lists;
using Kayse.WebHost.Http.OpenApi;
using Kayse.WebHost.Http.RateLimits;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kayse.WebHost.Domains;

/// <summary>The verified domains of a company (CO-12).</summary>
internal static class DomainEndpoints
{
    public static void MapDomains(this RouteGroupBuilder api)
    {
        var domains = api.MapGroup("/companies/{company}/domains").WithTags("Company").Refuses("forbidden", "not_found");
        domains.MapGet("", ListDomainsAsync).Allows(Who.Admins, keys: ApiKeyPermissions.Read);
        domains.MapPost("", AddDomainAsync).Allows(Who.Admins, keys: ApiKeyPermissions.Admin);
        domains
            .MapPost("/{domain}/verify", VerifyDomainAsync)
            .Allows(Who.Admins, keys: ApiKeyPermissions.Admin, limit: RateLimitKind.DomainChecksPerUser);
        domains.MapDelete("/{domain}", RemoveDomainAsync).Allows(Who.Admins, keys: ApiKeyPermissions.Admin);
    }

    /// <summary>List domains</summary>
    /// <remarks>Sorted by name, on one page; at most 20.</remarks>
    public static async Task<Ok<ListResponse<DomainResponse>>> ListDomainsAsync(string company, Caller caller, IGrainFactory grains)
    {
        var domains = await caller.Company<ICompanyDomainsGrain>(grains, company).ListAsync(caller.Actor);
        return TypedResults.Ok(new ListResponse<DomainResponse>([.. domains.Select(DomainResponse.Of)], NextCursor: null, domains.Count));
    }

    /// <summary>Add a domain</summary>
    /// <remarks>
    /// Publish the TXT record that is returned, then verify the domain. Domains of public mail providers are refused.
    /// Adding a domain again returns it as it is.
    /// </remarks>
    [Produces<DomainResponse>(StatusCodes.Status201Created)]
    [Refuses("domain_invalid", "domain_public", "domain_limit_reached")]
    public static async Task<Created<DomainResponse>> AddDomainAsync(
        string company,
        Body<AddDomainRequest> body,
        Caller caller,
        IGrainFactory grains
    )
    {
        var companyId = caller.CompanyId(company);
        var added = await caller.Company<ICompanyDomainsGrain>(grains, companyId).AddAsync(caller.Actor, body.Value.Domain);
        return TypedResults.Created($"{ApiRoutes.Base}/companies/{companyId}/domains/{added.Domain}", DomainResponse.Of(added));
    }

    /// <summary>Verify a domain</summary>
    /// <remarks>
    /// Looks for the TXT record now; <c>lastCheck</c> says what was found. A verified domain is checked every week. If its
    /// record is gone, its status is <c>lost</c> and the admins get an email; nothing else changes.
    /// </remarks>
    [Refuses("domain_in_use")]
    public static async Task<Ok<DomainResponse>> VerifyDomainAsync(string company, string domain, Caller caller, IGrainFactory grains) =>
        TypedResults.Ok(DomainResponse.Of(await caller.Company<ICompanyDomainsGrain>(grains, company).VerifyAsync(caller.Actor, domain)));

    /// <summary>Remove a domain</summary>
    /// <remarks>Another company may verify it from then on. Adding it again needs another TXT record.</remarks>
    public static async Task<NoContent> RemoveDomainAsync(string company, string domain, Caller caller, IGrainFactory grains)
    {
        await caller.Company<ICompanyDomainsGrain>(grains, company).RemoveAsync(caller.Actor, domain);
        return TypedResults.NoContent();
    }
}

using Kayse.Grains.Sessions;
using Kayse.Grains.Users;
using Kayse.WebHost.Http;
using Kayse.WebHost.Http.Callers;
using Kayse.WebHost.Http.Json;
using Kayse.WebHost.Http.Lists;
using Kayse.WebHost.Http.OpenApi;
using Kayse.WebHost.Sessions;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kayse.WebHost.Users;

internal static class MyCompanyEndpoints
{
    public static void MapMyCompanies(this RouteGroupBuilder api)
    {
        var me = api.MapGroup("/me").WithTags("Me");
        me.MapGet("/companies", ListMyCompaniesAsync).Allows(Who.SignedIn);
        me.MapPut("/default-company", SetMyDefaultCompanyAsync).Allows(Who.SignedIn, account: AccountWide.Elsewhere);
        api.MapPost("/session/company", SwitchCompanyAsync).Allows(Who.SignedIn);
    }

    /// <summary>List your companies</summary>
    /// <remarks>
    /// Returns the companies that you work in on one page, in the order in which you joined. Companies that have
    /// deactivated you are left out.
    /// </remarks>
    public static async Task<Ok<ListResponse<MyCompanyResponse>>> ListMyCompaniesAsync(Caller caller, IGrainFactory grains)
    {
        var companies = (await caller.User<IMembershipsGrain>(grains).ListCompaniesAsync()).SeenBy(caller.Principal);
        return TypedResults.Ok(
            new ListResponse<MyCompanyResponse>(
                [.. MyCompanyResponse.Of(companies, caller)],
                NextCursor: null,
                companies.Memberships.Count
            )
        );
    }

    /// <summary>Set your default company</summary>
    /// <remarks>The company that new sessions start in. Existing sessions do not change.</remarks>
    [Refuses("not_found")]
    public static async Task<NoContent> SetMyDefaultCompanyAsync(Body<CompanyChoice> body, Caller caller, IGrainFactory grains)
    {
        await caller.User<IMembershipsGrain>(grains).SetDefaultCompanyAsync(RouteId.Parse(body.Value.CompanyId));
        return TypedResults.NoContent();
    }

    /// <summary>Switch company</summary>
    /// <remarks>
    /// Changes the active company of the session and replaces its token. A session that began with single sign-on stays in
    /// its company, and one that didn't opens none that requires it.
    /// </remarks>
    [Tags("Me")]
    [Refuses("not_found", "sso_company_only", "sso_required")]
    public static async Task<Ok<RenewedSessionResponse>> SwitchCompanyAsync(
        Body<CompanyChoice> body,
        Caller caller,
        IGrainFactory grains,
        HttpContext context
    )
    {
        var renewed = await caller.User<ISessionsGrain>(grains).SwitchCompanyAsync(caller.SessionId, RouteId.Parse(body.Value.CompanyId));
        SessionCookie.Replace(context, renewed);
        return TypedResults.Ok(RenewedSessionResponse.Of(renewed));
    }
}

using Kayse.Grains.ApiKeys;
using Kayse.Grains.Errors;
using Kayse.Grains.Sso;
using Kayse.WebHost.Http.Callers;
using Kayse.WebHost.Http.Json;
using Kayse.WebHost.Http.OpenApi;
using Kayse.WebHost.Http.RateLimits;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kayse.WebHost.Sso.Oidc;

/// <summary>The OpenID Connect connection of a company (EN-1).</summary>
internal static class OidcEndpoints
{
    public static void MapOidc(this RouteGroupBuilder api)
    {
        var oidc = api.MapGroup("/companies/{company}/sso/oidc").WithTags("Company").Refuses("forbidden", "not_found");
        oidc.MapGet("", GetOidcAsync).Allows(Who.Admins, keys: ApiKeyPermissions.Read);
        oidc.MapPut("", SetOidcAsync).Allows(Who.SuperAdmins, limit: RateLimitKind.SsoChangesPerUser, stepUp: StepUpNeeded.OfEverybody);
        oidc.MapDelete("", RemoveOidcAsync)
            .Allows(Who.SuperAdmins, limit: RateLimitKind.SsoChangesPerUser, stepUp: StepUpNeeded.OfEverybody);
    }

    /// <summary>Get the OpenID Connect connection</summary>
    /// <remarks>Without its secret. Refused with <c>not_found</c> while it isn't set up.</remarks>
    public static async Task<Ok<OidcConnectionResponse>> GetOidcAsync(
        string company,
        Caller caller,
        OidcAddress address,
        IGrainFactory grains
    ) => Show(await caller.Company<ICompanySsoGrain>(grains, company).GetAsync(caller.Actor), address);

    /// <summary>Set up the OpenID Connect connection</summary>
    /// <remarks>
    /// Sets it up, or replaces its settings, except the secret if that is left out. The settings are saved also when
    /// <c>enforced</c> is refused. To enforce it, you must have passed a test of these settings in the console within the
    /// last hour. While it is enforced, its issuer and client can't be changed.
    /// </remarks>
    [Refuses("sso_enforced", "sso_test_required")]
    public static async Task<Ok<OidcConnectionResponse>> SetOidcAsync(
        string company,
        Body<OidcConnectionRequest> body,
        Caller caller,
        OidcAddress address,
        IGrainFactory grains
    )
    {
        var sso = caller.Company<ICompanySsoGrain>(grains, company);
        await sso.ConfigureAsync(caller.Actor, body.Value.ToCommand(caller.CompanyId(company)));
        var overview = await sso.GetAsync(caller.Actor);
        if (body.Value.Enforced is { } enforced && (enforced || overview.InUse == SsoProtocol.Oidc))
            overview = await sso.SetUseAsync(caller.Actor, new SetSsoUse(SsoProtocol.Oidc, enforced, overview.JustInTime));
        return Show(overview, address);
    }

    /// <summary>Remove the OpenID Connect connection</summary>
    /// <remarks>
    /// Nobody can sign in by it from then on. People keep their accounts, and those who have no password choose one by
    /// "Forgot password".
    /// </remarks>
    [Refuses("sso_enforced")]
    public static async Task<NoContent> RemoveOidcAsync(string company, Caller caller, IGrainFactory grains)
    {
        await caller.Company<ICompanySsoGrain>(grains, company).RemoveAsync(caller.Actor, SsoProtocol.Oidc);
        return TypedResults.NoContent();
    }

    private static Ok<OidcConnectionResponse> Show(SsoOverview overview, OidcAddress address) =>
        overview.Connection(SsoProtocol.Oidc)?.Oidc is { } settings
            ? TypedResults.Ok(OidcConnectionResponse.Of(overview, settings, address))
            : throw new RefusedException(GeneralErrors.NotFound);
}

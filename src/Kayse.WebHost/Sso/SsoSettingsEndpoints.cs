using Kayse.Grains.ApiKeys;
using Kayse.Grains.Errors;
using Kayse.Grains.Mail;
using Kayse.Grains.Sso;
using Kayse.WebHost.Http.Callers;
using Kayse.WebHost.Http.Json;
using Kayse.WebHost.Http.OpenApi;
using Kayse.WebHost.Http.RateLimits;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kayse.WebHost.Sso;

/// <summary>The single sign-on of a company (EN-1, EN-2): what its connections are used for, and by whom.</summary>
internal static class SsoSettingsEndpoints
{
    public static void MapSso(this RouteGroupBuilder api)
    {
        api.MapGet("/auth/sso", FindSsoAsync).WithTags("Sign-up and sign-in").Allows(Who.Anyone, limit: RateLimitKind.SsoPerCaller);
        var sso = api.MapGroup("/companies/{company}/sso").WithTags("Company").Refuses("forbidden", "not_found");
        sso.MapGet("", GetSsoAsync).Allows(Who.Admins, keys: ApiKeyPermissions.Read);
        sso.MapPut("", SetSsoAsync).Allows(Who.SuperAdmins, limit: RateLimitKind.SsoChangesPerUser, stepUp: StepUpNeeded.OfEverybody);
        sso.MapPost("/test", TestSsoAsync).Allows(Who.SuperAdmins, limit: RateLimitKind.SsoChangesPerUser);
    }

    /// <summary>Find the single sign-on for an address</summary>
    /// <remarks>
    /// Depends only on the domain of the address, never on whether anyone has it. Open <c>url</c> in a browser to sign in;
    /// add <c>returnTo</c>, a path on this host, and <c>remember=true</c> as needed.
    /// </remarks>
    public static async Task<Ok<SsoOfferResponse>> FindSsoAsync(
        [QueryText(FieldLimits.EmailAddress)] string? email,
        IGrainFactory grains,
        PublicLinks links
    ) =>
        TypedResults.Ok(
            await SsoOffers.FindAsync(grains, email) is not null
                ? new SsoOfferResponse(true, $"{links.PublicUrl}{SsoPages.Start(email!)}")
                : new SsoOfferResponse(false, null)
        );

    /// <summary>Get the single sign-on settings</summary>
    /// <remarks><c>lastTest</c> is the caller's own, for an hour.</remarks>
    public static async Task<Ok<SsoResponse>> GetSsoAsync(string company, Caller caller, IGrainFactory grains) =>
        TypedResults.Ok(SsoResponse.Of(await caller.Company<ICompanySsoGrain>(grains, company).GetAsync(caller.Actor)));

    /// <summary>Set who uses single sign-on</summary>
    /// <remarks>
    /// To require it of the members, you must have passed a test of the connection within the last hour. Their other
    /// sessions end then; API keys keep working. Two Super Admins, or the only one, can still sign in with their password:
    /// choose them, or leave that to the company.
    /// </remarks>
    [Refuses("sso_not_configured", "sso_test_required")]
    public static async Task<Ok<SsoResponse>> SetSsoAsync(string company, Body<SsoRequest> body, Caller caller, IGrainFactory grains) =>
        TypedResults.Ok(
            SsoResponse.Of(await caller.Company<ICompanySsoGrain>(grains, company).SetUseAsync(caller.Actor, body.Value.ToCommand()))
        );

    /// <summary>Test a single sign-on connection</summary>
    /// <remarks>
    /// Open the <c>url</c> in the browser in which you are signed in, and sign in at the identity provider as yourself. Then
    /// get the settings again to see the checks.
    /// </remarks>
    public static async Task<Ok<SsoTestResponse>> TestSsoAsync(
        string company,
        Body<SsoTestRequest> body,
        Caller caller,
        IGrainFactory grains,
        PublicLinks links
    )
    {
        await caller.Company<ICompanySsoGrain>(grains, company).BeginTestAsync(caller.Actor, body.Value.Protocol);
        return TypedResults.Ok(new SsoTestResponse(links.PublicUrl + SsoPages.TestOf(body.Value.Protocol)));
    }
}

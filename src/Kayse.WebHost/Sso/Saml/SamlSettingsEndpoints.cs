using Kayse.Grains.ApiKeys;
using Kayse.WebHost.Http.Callers;
using Kayse.WebHost.Http.Json;
using Kayse.WebHost.Http.OpenApi;
using Kayse.WebHost.Http.RateLimits;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kayse.WebHost.Sso.Saml;

/// <summary>The SAML connection of a company (EN-2).</summary>
internal static class SamlSettingsEndpoints
{
    public static void MapSamlSettings(this RouteGroupBuilder api)
    {
        var saml = api.MapGroup("/companies/{company}/sso/saml").WithTags("Company").Refuses("forbidden", "not_found");
        saml.MapGet("", GetSamlAsync).Allows(Who.Admins, keys: ApiKeyPermissions.Read);
        saml.MapPut("", SetSamlAsync).Allows(Who.SuperAdmins, limit: RateLimitKind.SsoChangesPerUser, stepUp: StepUpNeeded.OfEverybody);
        saml.MapDelete("", RemoveSamlAsync)
            .Allows(Who.SuperAdmins, limit: RateLimitKind.SsoChangesPerUser, stepUp: StepUpNeeded.OfEverybody);
        saml.MapPost("/certificates", AddSamlCertificateAsync)
            .Allows(Who.SuperAdmins, limit: RateLimitKind.SsoChangesPerUser, stepUp: StepUpNeeded.OfEverybody);
        saml.MapDelete("/certificates/{fingerprint}", RemoveSamlCertificateAsync)
            .Allows(Who.SuperAdmins, limit: RateLimitKind.SsoChangesPerUser, stepUp: StepUpNeeded.OfEverybody);
    }

    /// <summary>Get the SAML connection</summary>
    /// <remarks>Begin with <c>serviceProvider</c>: it is there before the connection is set up.</remarks>
    public static async Task<Ok<SamlConnectionResponse>> GetSamlAsync(string company, Caller caller, SamlSetup setup) =>
        await ShowAsync(company, caller, setup);

    /// <summary>Set up the SAML connection</summary>
    /// <remarks>
    /// Sets it up, or replaces its settings. The settings are saved also when <c>enforced</c> is refused. To enforce it, you
    /// must have passed a test of these settings in the console within the last hour. While it is enforced, another identity
    /// provider is refused.
    /// </remarks>
    [Refuses("sso_enforced", "sso_test_required")]
    public static async Task<Ok<SamlConnectionResponse>> SetSamlAsync(
        string company,
        Body<SamlConnectionRequest> body,
        Caller caller,
        SamlSetup setup
    )
    {
        await setup.SaveAsync(caller, caller.CompanyId(company), body.Value);
        return await ShowAsync(company, caller, setup);
    }

    /// <summary>Remove the SAML connection</summary>
    /// <remarks>Nobody can sign in by it from then on. People keep their accounts.</remarks>
    [Refuses("sso_enforced")]
    public static async Task<NoContent> RemoveSamlAsync(string company, Caller caller, SamlSetup setup)
    {
        await setup.RemoveAsync(caller, caller.CompanyId(company));
        return TypedResults.NoContent();
    }

    /// <summary>Add a certificate of this service</summary>
    /// <remarks>
    /// Requests are signed once there is one, and assertions can be encrypted for it. To replace it, add a second one, have
    /// the identity provider read the metadata again, then remove the first one: it signs until then.
    /// </remarks>
    [Refuses("sso_not_configured", "saml_certificate_limit_reached")]
    public static async Task<Ok<SamlConnectionResponse>> AddSamlCertificateAsync(string company, Caller caller, SamlSetup setup)
    {
        await setup.AddKeyAsync(caller, caller.CompanyId(company));
        return await ShowAsync(company, caller, setup);
    }

    /// <summary>Remove a certificate of this service</summary>
    [Refuses("sso_not_configured")]
    public static async Task<NoContent> RemoveSamlCertificateAsync(string company, string fingerprint, Caller caller, SamlSetup setup)
    {
        await setup.RemoveKeyAsync(caller, caller.CompanyId(company), fingerprint);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<SamlConnectionResponse>> ShowAsync(string company, Caller caller, SamlSetup setup) =>
        TypedResults.Ok(SamlConnectionResponse.Of(await setup.ShowAsync(caller, caller.CompanyId(company))));
}

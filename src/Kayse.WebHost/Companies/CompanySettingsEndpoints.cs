using Kayse.Grains.ApiKeys;
using Kayse.Grains.Companies;
using Kayse.WebHost.Http.Callers;
using Kayse.WebHost.Http.Json;
using Kayse.WebHost.Http.OpenApi;
using Kayse.WebHost.Http.Versions;

namespace Kayse.WebHost.Companies;

/// <summary>What admins set for a company: its details and its security policy.</summary>
internal static class CompanySettingsEndpoints
{
    public static void MapCompanySettings(this RouteGroupBuilder api)
    {
        var company = api.MapGroup("/companies/{company}").WithTags("Company").Refuses("not_found");
        company.MapGet("", GetCompanyAsync).Allows(Who.SignedIn, keys: ApiKeyPermissions.Read);
        company.MapPatch("", UpdateCompanyAsync).Allows(Who.Admins, keys: ApiKeyPermissions.Admin);
        company.MapGet("/security-policy", GetSecurityPolicyAsync).Allows(Who.Admins, keys: ApiKeyPermissions.Read);
        company
            .MapPut("/security-policy", SetSecurityPolicyAsync)
            .Allows(Who.Admins, keys: ApiKeyPermissions.Admin, stepUp: StepUpNeeded.OfSessions);
    }

    /// <summary>Get a company</summary>
    /// <remarks>Returns the details of the company. Available to all of its members.</remarks>
    public static async Task<Versioned<CompanyDetailsResponse>> GetCompanyAsync(string company, Caller caller, IGrainFactory grains) =>
        Show(await caller.Company<ICompanyGrain>(grains, company).GetAsync(caller.Actor));

    /// <summary>Update a company</summary>
    /// <remarks>A new name appears in members' sessions with their next request.</remarks>
    [Refuses("email_invalid", "phone_invalid")]
    public static async Task<Versioned<CompanyDetailsResponse>> UpdateCompanyAsync(
        string company,
        Body<UpdateCompanyRequest> body,
        IfMatch ifMatch,
        Caller caller,
        IGrainFactory grains
    ) => Show(await caller.Company<ICompanyGrain>(grains, company).UpdateAsync(caller.Actor, body.Value.ToCommand(ifMatch.Version)));

    /// <summary>Get the security policy</summary>
    /// <remarks>Returns what the company requires of its members.</remarks>
    [Refuses("forbidden")]
    public static async Task<Versioned<SecurityPolicyResponse>> GetSecurityPolicyAsync(
        string company,
        Caller caller,
        IGrainFactory grains
    ) => Show(await caller.Company<ICompanyGrain>(grains, company).GetSecurityPolicyAsync(caller.Actor));

    /// <summary>Replace the security policy</summary>
    /// <remarks>
    /// Takes effect immediately. Sessions that are active in the company come under the new limits, counted from
    /// when they started, with their next request; sessions beyond them end. A session that switches to the company
    /// comes under them at that time.
    ///
    /// Allowed domains and the lifetime of invitations apply to invitations sent from now on.
    /// </remarks>
    public static async Task<Versioned<SecurityPolicyResponse>> SetSecurityPolicyAsync(
        string company,
        Body<SecurityPolicyRequest> body,
        IfMatch ifMatch,
        Caller caller,
        IGrainFactory grains
    ) =>
        Show(
            await caller
                .Company<ICompanyGrain>(grains, company)
                .SetSecurityPolicyAsync(caller.Actor, body.Value.ToCommand(ifMatch.Version))
        );

    private static Versioned<CompanyDetailsResponse> Show(CompanyView company) =>
        Versioned.Ok(CompanyDetailsResponse.Of(company), company.Version);

    private static Versioned<SecurityPolicyResponse> Show(SecurityPolicyView policy) =>
        Versioned.Ok(SecurityPolicyResponse.Of(policy.Policy), policy.Version);
}

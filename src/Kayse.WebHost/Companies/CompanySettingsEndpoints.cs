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
        company
            .MapGet("", GetAsync)
            .AllowsApiKeys(ApiKeyPermissions.Read)
            .AllowsAccess(AccessKind.SignedIn)
            .Documents("GetCompany", "A company's details", "For its members.");
        company
            .MapPatch("", UpdateAsync)
            .ForAdmins()
            .AllowsApiKeys(ApiKeyPermissions.Admin)
            .AllowsAccess(AccessKind.SignedIn)
            .Documents(
                "UpdateCompany",
                "Change a company's details",
                "A new name is in every live session of its members with their next request. For Admins and above."
            )
            .Refuses("email_invalid", "phone_invalid");
        company
            .MapGet("/security-policy", GetPolicyAsync)
            .ForAdmins()
            .AllowsApiKeys(ApiKeyPermissions.Read)
            .AllowsAccess(AccessKind.SignedIn)
            .Documents("GetSecurityPolicy", "What the company requires of its staff", "For Admins and above.")
            .Refuses("forbidden");
        company
            .MapPut("/security-policy", SetPolicyAsync)
            .ForAdmins()
            .AllowsApiKeys(ApiKeyPermissions.Admin)
            .AllowsAccess(AccessKind.SignedIn)
            .NeedsStepUpOfSessions()
            .Documents(
                "SetSecurityPolicy",
                "Require something of the staff",
                """
                Replaces the policy as a whole. It counts at once: live sessions that act in the company are under the new limits, from their start, with their next request, and those that are older end.
                A session that switches to the company comes under them then. Domains and the lifetime count for invitations that are sent from then on.
                For Admins and above.
                """
            );
    }

    private static async Task<Versioned<CompanyDetailsAnswer>> GetAsync(string company, Caller caller, IGrainFactory grains) =>
        Show(await caller.Company<ICompanyGrain>(grains, company).GetAsync(caller.Actor));

    private static async Task<Versioned<CompanyDetailsAnswer>> UpdateAsync(
        string company,
        Body<UpdateCompanyRequest> body,
        IfMatch ifMatch,
        Caller caller,
        IGrainFactory grains
    ) => Show(await caller.Company<ICompanyGrain>(grains, company).UpdateAsync(caller.Actor, body.Value.ToCommand(ifMatch.Version)));

    private static async Task<Versioned<SecurityPolicyAnswer>> GetPolicyAsync(string company, Caller caller, IGrainFactory grains) =>
        Show(await caller.Company<ICompanyGrain>(grains, company).GetSecurityPolicyAsync(caller.Actor));

    private static async Task<Versioned<SecurityPolicyAnswer>> SetPolicyAsync(
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

    private static Versioned<CompanyDetailsAnswer> Show(CompanyView company) =>
        Versioned.Ok(CompanyDetailsAnswer.Of(company), company.Version);

    private static Versioned<SecurityPolicyAnswer> Show(SecurityPolicyView policy) =>
        Versioned.Ok(SecurityPolicyAnswer.Of(policy.Policy), policy.Version);
}

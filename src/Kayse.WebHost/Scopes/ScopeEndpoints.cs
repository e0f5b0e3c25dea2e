using Kayse.Grains.ApiKeys;
using Kayse.Grains.Errors;
using Kayse.Grains.Members;
using Kayse.Grains.Scopes;
using Kayse.Grains.Tokens;
using Kayse.WebHost.Http;
using Kayse.WebHost.Http.Callers;
using Kayse.WebHost.Http.Idempotency;
using Kayse.WebHost.Http.Json;
using Kayse.WebHost.Http.Lists;
using Kayse.WebHost.Http.OpenApi;
using Kayse.WebHost.Http.Versions;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kayse.WebHost.Scopes;

internal static class ScopeEndpoints
{
    private static readonly string[] _readers = [Permissions.ReadMembers, Permissions.InviteMembers, Permissions.UpdateMembers];

    public static void MapScopes(this RouteGroupBuilder api)
    {
        var scopes = api.MapGroup("/companies/{company}/scopes").WithTags("Company").Refuses("forbidden", "not_found");
        scopes
            .MapGet("", ListAsync)
            .ForHoldersOf(_readers)
            .AllowsApiKeys(ApiKeyPermissions.Read)
            .AllowsAccess(AccessKind.SignedIn)
            .Documents("ListScopes", "The scopes of a company", "By name. Needs `members.read`, `members.invite` or `members.update`.")
            .Refuses("validation_failed");
        scopes
            .MapPost("", CreateAsync)
            .ForAdmins()
            .AllowsApiKeys(ApiKeyPermissions.Admin)
            .AllowsAccess(AccessKind.SignedIn)
            .Documents("CreateScope", "Make a scope", "A named group of case types that members can be given. For Admins and above.")
            .Produces<ScopeAnswer>(StatusCodes.Status201Created)
            .AnswersETag()
            .TakesIdempotencyKey()
            .Refuses("scope_name_taken", "scope_limit_reached");
        scopes
            .MapGet("/{id}", GetAsync)
            .ForHoldersOf(_readers)
            .AllowsApiKeys(ApiKeyPermissions.Read)
            .AllowsAccess(AccessKind.SignedIn)
            .Documents("GetScope", "One scope", "Needs `members.read`, `members.invite` or `members.update`.");
        scopes
            .MapPatch("/{id}", UpdateAsync)
            .ForAdmins()
            .AllowsApiKeys(ApiKeyPermissions.Admin)
            .AllowsAccess(AccessKind.SignedIn)
            .Documents(
                "UpdateScope",
                "Change a scope",
                "Its members' live sessions have the change with their next request. For Admins and above."
            )
            .Refuses("scope_name_taken");
        scopes
            .MapDelete("/{id}", DeleteAsync)
            .ForAdmins()
            .AllowsApiKeys(ApiKeyPermissions.Admin)
            .AllowsAccess(AccessKind.SignedIn)
            .Documents(
                "DeleteScope",
                "Delete a scope",
                """
                Takes it from its members, and from pending invitations. Nobody sees more afterwards: a scope that is the last one of a
                member or a pending invitation is `scope_in_use`, and with `confirm=true` it is deleted all the same, which leaves these
                people with no case types at all. For Admins and above.
                """
            )
            .Refuses("validation_failed", "scope_in_use");
    }

    private static async Task<Ok<ListAnswer<ScopeAnswer>>> ListAsync(
        string company,
        [AsParameters] PageQuery page,
        Caller caller,
        IGrainFactory grains
    ) =>
        TypedResults.Ok(
            ListAnswer.Of(
                await caller.Company<ICompanyScopesGrain>(grains, company).ListScopesAsync(caller.Actor, page.ToRequest()),
                ScopeAnswer.Of
            )
        );

    private static Task<IResult> CreateAsync(
        string company,
        Body<CreateScopeRequest> body,
        Caller caller,
        IGrainFactory grains,
        AnswerOnce answers,
        TimeProvider clock,
        HttpContext context
    )
    {
        var companyId = caller.CompanyId(company);
        var key = RequestKey.Of(context.Request, clock, body.Fingerprint, "scope", companyId, caller.Principal.UserId);
        return answers.RunAsync(
            context,
            key,
            async () =>
            {
                var scope = await caller
                    .Company<ICompanyScopesGrain>(grains, companyId)
                    .CreateScopeAsync(caller.Actor, new CreateScope(key.IdOf("scope"), body.Value.Name, body.Value.CaseTypes));
                return new Creation(ScopeAnswer.Of(scope), $"{ApiRoutes.Base}/companies/{companyId}/scopes/{scope.Id}", scope.Version);
            }
        );
    }

    private static async Task<Versioned<ScopeAnswer>> GetAsync(string company, string id, Caller caller, IGrainFactory grains) =>
        Show(await caller.Company<ICompanyScopesGrain>(grains, company).GetScopeAsync(caller.Actor, WellFormed(id)));

    private static async Task<Versioned<ScopeAnswer>> UpdateAsync(
        string company,
        string id,
        Body<UpdateScopeRequest> body,
        IfMatch ifMatch,
        Caller caller,
        IGrainFactory grains
    )
    {
        Optionals.RefuseNull(("name", body.Value.Name.IsNull), ("caseTypes", body.Value.CaseTypes.IsNull));
        var command = new UpdateScope(body.Value.Name.Value, body.Value.CaseTypes.Value, ifMatch.Version);
        return Show(await caller.Company<ICompanyScopesGrain>(grains, company).UpdateScopeAsync(caller.Actor, WellFormed(id), command));
    }

    private static async Task<NoContent> DeleteAsync(
        string company,
        string id,
        [AsParameters] DeleteScopeQuery query,
        IfMatch ifMatch,
        Caller caller,
        IGrainFactory grains
    )
    {
        await caller
            .Company<ICompanyScopesGrain>(grains, company)
            .DeleteScopeAsync(caller.Actor, WellFormed(id), ifMatch.Version, query.IsConfirmed());
        return TypedResults.NoContent();
    }

    private static Versioned<ScopeAnswer> Show(ScopeView scope) => Versioned.Ok(ScopeAnswer.Of(scope), scope.Version);

    private static string WellFormed(string id) => EntityId.IsWellFormed(id) ? id : throw new RefusedException(GeneralErrors.NotFound);
}

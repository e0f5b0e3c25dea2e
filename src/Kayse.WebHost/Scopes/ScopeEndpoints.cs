using Kayse.Grains.ApiKeys;
using Kayse.Grains.Members;
using Kayse.Grains.Scopes;
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
        var scopes = api.MapGroup("/companies/{company}/scopes").WithTags("Scopes").Refuses("forbidden", "not_found");
        scopes.MapGet("", ListScopesAsync).Allows(Who.Holding(_readers), keys: ApiKeyPermissions.Read);
        scopes.MapPost("", CreateScopeAsync).Allows(Who.Admins, keys: ApiKeyPermissions.Admin);
        scopes.MapGet("/{id}", GetScopeAsync).Allows(Who.Holding(_readers), keys: ApiKeyPermissions.Read);
        scopes.MapPatch("/{id}", UpdateScopeAsync).Allows(Who.Admins, keys: ApiKeyPermissions.Admin);
        scopes.MapDelete("/{id}", DeleteScopeAsync).Allows(Who.Admins, keys: ApiKeyPermissions.Admin);
    }

    /// <summary>List scopes</summary>
    /// <remarks>Sorted by name.</remarks>
    [Refuses("validation_failed")]
    public static async Task<Ok<ListResponse<ScopeResponse>>> ListScopesAsync(
        string company,
        [AsParameters] PageQuery page,
        Caller caller,
        IGrainFactory grains
    ) =>
        TypedResults.Ok(
            ListResponse.Of(
                await caller.Company<ICompanyScopesGrain>(grains, company).ListScopesAsync(caller.Actor, page.ToRequest()),
                ScopeResponse.Of
            )
        );

    /// <summary>Create a scope</summary>
    /// <remarks>A scope is a named group of case types that can be assigned to members.</remarks>
    [Produces<ScopeResponse>(StatusCodes.Status201Created)]
    [HasETag]
    [TakesIdempotencyKey]
    [Refuses("scope_name_taken", "scope_limit_reached")]
    public static Task<IResult> CreateScopeAsync(
        string company,
        Body<CreateScopeRequest> body,
        Caller caller,
        IGrainFactory grains,
        IdempotentResponses answers,
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
                return new Creation(ScopeResponse.Of(scope), $"{ApiRoutes.Base}/companies/{companyId}/scopes/{scope.Id}", scope.Version);
            }
        );
    }

    /// <summary>Get a scope</summary>
    /// <remarks>Returns one scope of the company.</remarks>
    public static async Task<Versioned<ScopeResponse>> GetScopeAsync(string company, RouteId id, Caller caller, IGrainFactory grains) =>
        Show(await caller.Company<ICompanyScopesGrain>(grains, company).GetScopeAsync(caller.Actor, id));

    /// <summary>Update a scope</summary>
    /// <remarks>Sessions of its members reflect the change with their next request.</remarks>
    [Refuses("scope_name_taken")]
    public static async Task<Versioned<ScopeResponse>> UpdateScopeAsync(
        string company,
        RouteId id,
        Body<UpdateScopeRequest> body,
        IfMatch ifMatch,
        Caller caller,
        IGrainFactory grains
    )
    {
        Optionals.RefuseNull(("name", body.Value.Name.IsNull), ("caseTypes", body.Value.CaseTypes.IsNull));
        var command = new UpdateScope(body.Value.Name.Value, body.Value.CaseTypes.Value, ifMatch.Version);
        return Show(await caller.Company<ICompanyScopesGrain>(grains, company).UpdateScopeAsync(caller.Actor, id, command));
    }

    /// <summary>Delete a scope</summary>
    /// <remarks>
    /// Removes the scope from members and pending invitations. Deleting a scope never gives anyone more access. If
    /// it is the last scope of a member or of a pending invitation, the request is refused with
    /// <c>scope_in_use</c>; with <c>confirm=true</c> the scope is deleted anyway, and those people have access to
    /// no case types.
    /// </remarks>
    [Refuses("validation_failed", "scope_in_use")]
    public static async Task<NoContent> DeleteScopeAsync(
        string company,
        RouteId id,
        [AsParameters] DeleteScopeQuery query,
        IfMatch ifMatch,
        Caller caller,
        IGrainFactory grains
    )
    {
        await caller
            .Company<ICompanyScopesGrain>(grains, company)
            .DeleteScopeAsync(caller.Actor, id, ifMatch.Version, query.IsConfirmed());
        return TypedResults.NoContent();
    }

    private static Versioned<ScopeResponse> Show(ScopeView scope) => Versioned.Ok(ScopeResponse.Of(scope), scope.Version);
}

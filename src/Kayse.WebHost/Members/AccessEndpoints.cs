using Kayse.Grains.ApiKeys;
using Kayse.Grains.Members;
using Kayse.WebHost.Http;
using Kayse.WebHost.Http.Callers;
using Kayse.WebHost.Http.Json;
using Kayse.WebHost.Http.Lists;
using Kayse.WebHost.Http.OpenApi;
using Kayse.WebHost.Http.Versions;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kayse.WebHost.Members;

/// <summary>Who may do what in a company, and why (RO-8). Nothing here changes anything.</summary>
internal static class AccessEndpoints
{
    public static void MapAccess(this RouteGroupBuilder api)
    {
        var access = api.MapGroup("/companies/{company}").WithTags("Company").Refuses("forbidden", "not_found");
        access.MapGet("/members/{userId}/access", GetAccessAsync).Allows(Who.SignedIn, keys: ApiKeyPermissions.Read);
        access
            .MapPost("/members/{userId}/access/preview", PreviewAccessAsync)
            .Allows(Who.Holding(Permissions.UpdateMembers), keys: ApiKeyPermissions.Admin);
        access.MapGet("/access", FindHoldersAsync).Allows(Who.Holding(Permissions.ReadMembers), keys: ApiKeyPermissions.Read);
    }

    /// <summary>Explain a member's access</summary>
    /// <remarks>
    /// What the member may do, with reasons: exactly what <c>POST /authorize</c> answers to a session of theirs, for
    /// every permission, case type and agent. <c>blocks</c> says what keeps them from using it, such as a missing second
    /// factor.
    ///
    /// Requires <c>members.read</c>, unless you ask for yourself.
    /// </remarks>
    public static async Task<Versioned<MemberAccessResponse>> GetAccessAsync(
        string company,
        RouteId userId,
        Caller caller,
        IGrainFactory grains
    )
    {
        var access = await caller.Company<ICompanyAccessGrain>(grains, company).ExplainAccessAsync(caller.Actor, userId);
        return Versioned.Ok(MemberAccessResponse.Of(access), access.Member.Version);
    }

    /// <summary>Preview a change of a member's access</summary>
    /// <remarks>
    /// Takes the body of the request that updates a member as <c>changes</c>, and answers what it would grant and take.
    /// Refuses whatever that request would refuse; changes nothing.
    /// </remarks>
    [Refuses("own_role", "last_super_admin")]
    public static async Task<Ok<AccessPreviewResponse>> PreviewAccessAsync(
        string company,
        RouteId userId,
        Body<PreviewAccessRequest> body,
        IfMatch ifMatch,
        Caller caller,
        IGrainFactory grains
    ) =>
        TypedResults.Ok(
            AccessPreviewResponse.Of(
                await caller
                    .Company<ICompanyAccessGrain>(grains, company)
                    .PreviewAccessAsync(caller.Actor, userId, body.Value.Changes.ToCommand(ifMatch.Version))
            )
        );

    /// <summary>Find who may do something</summary>
    /// <remarks>
    /// The active members to whom <c>POST /authorize</c> allows the permission, optionally on a case type and an agent;
    /// by name, each with the reason. It doesn't say who is kept from it for now, by a missing second factor for example:
    /// the access of the member does.
    /// </remarks>
    [Refuses("validation_failed")]
    public static async Task<Ok<ListResponse<AccessHolderResponse>>> FindHoldersAsync(
        string company,
        [AsParameters] AccessQuery query,
        [AsParameters] PageQuery page,
        Caller caller,
        IGrainFactory grains
    ) =>
        TypedResults.Ok(
            ListResponse.Of(
                await caller
                    .Company<ICompanyAccessGrain>(grains, company)
                    .FindHoldersAsync(caller.Actor, query.ToQuestion(), page.ToRequest()),
                AccessHolderResponse.Of
            )
        );
}

using Kayse.Grains.ApiKeys;
using Kayse.Grains.Scim;
using Kayse.Grains.Tokens;
using Kayse.WebHost.Http;
using Kayse.WebHost.Http.Callers;
using Kayse.WebHost.Http.Json;
using Kayse.WebHost.Http.Lists;
using Kayse.WebHost.Http.OpenApi;
using Kayse.WebHost.Http.RateLimits;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kayse.WebHost.Scim;

/// <summary>How a company is connected to its identity provider by SCIM (EN-3).</summary>
internal static class ScimSettingsEndpoints
{
    public static void MapScimSettings(this RouteGroupBuilder api)
    {
        var scim = api.MapGroup("/companies/{company}/scim").WithTags("Provisioning").Refuses("forbidden", "not_found");
        scim.MapGet("", GetOverviewAsync).Allows(Who.Admins, keys: ApiKeyPermissions.Admin);
        scim.MapGet("/tokens", ListTokensAsync).Allows(Who.Admins, keys: ApiKeyPermissions.Admin);
        scim.MapPost("/tokens", CreateTokenAsync)
            .Allows(Who.SuperAdmins, limit: RateLimitKind.ApiKeysPerUser, stepUp: StepUpNeeded.OfEverybody);
        scim.MapDelete("/tokens/{id}", RevokeTokenAsync).Allows(Who.SuperAdmins, stepUp: StepUpNeeded.OfEverybody);
        scim.MapGet("/groups", ListGroupsAsync).Allows(Who.Admins, keys: ApiKeyPermissions.Admin);
        scim.MapPut("/groups/{id}/access", SetGroupAccessAsync).Allows(Who.SuperAdmins, stepUp: StepUpNeeded.OfEverybody);
        scim.MapDelete("/groups/{id}/access", RemoveGroupAccessAsync).Allows(Who.SuperAdmins, stepUp: StepUpNeeded.OfEverybody);
        scim.MapGet("/activity", ListActivityAsync).Allows(Who.Admins, keys: ApiKeyPermissions.Admin);
        scim.MapPost("/resume", ResumeAsync).Allows(Who.SuperAdmins, stepUp: StepUpNeeded.OfEverybody);
        scim.MapPost("/returns", AllowReturnAsync).Allows(Who.SuperAdmins, stepUp: StepUpNeeded.OfEverybody);
    }

    /// <summary>Get the state of provisioning</summary>
    /// <remarks>
    /// <c>pausedAt</c> is not null while deactivations are paused: the identity provider tried to take access away from
    /// more than a fifth of the company, and from more than five people, within 10 minutes.
    /// </remarks>
    public static async Task<Ok<ScimOverviewResponse>> GetOverviewAsync(
        string company,
        Caller caller,
        IGrainFactory grains,
        Kayse.Grains.Mail.PublicLinks links
    )
    {
        var overview = await caller.Company<IScimDirectoryGrain>(grains, company).GetOverviewAsync(caller.Actor);
        return TypedResults.Ok(ScimOverviewResponse.Of(overview, links));
    }

    /// <summary>List SCIM tokens</summary>
    /// <remarks>Newest first, on one page; at most two.</remarks>
    public static async Task<Ok<ListResponse<ScimTokenResponse>>> ListTokensAsync(string company, Caller caller, IGrainFactory grains)
    {
        var overview = await caller.Company<IScimDirectoryGrain>(grains, company).GetOverviewAsync(caller.Actor);
        return TypedResults.Ok(
            new ListResponse<ScimTokenResponse>(
                [.. overview.Tokens.Select(ScimTokenResponse.Of)],
                NextCursor: null,
                overview.Tokens.Count
            )
        );
    }

    /// <summary>Create a SCIM token</summary>
    /// <remarks>
    /// With it the identity provider creates, deactivates and removes members. A company has up to two, so that one can
    /// take the place of the other. The token is returned only once.
    /// </remarks>
    // No Idempotency-Key: the kept answer would hold the token.
    [Produces<ScimTokenResponse>(StatusCodes.Status201Created)]
    [Refuses("scim_token_limit_reached")]
    public static async Task<Created<ScimTokenResponse>> CreateTokenAsync(
        string company,
        Body<CreateScimTokenRequest> body,
        Caller caller,
        IGrainFactory grains,
        TimeProvider clock
    )
    {
        var companyId = caller.CompanyId(company);
        var command = new CreateScimToken(EntityId.New(clock), body.Value.ExpiresAt);
        var issued = await caller.Company<IScimDirectoryGrain>(grains, companyId).CreateTokenAsync(caller.Actor, command);
        return TypedResults.Created(
            $"{ApiRoutes.Base}/companies/{companyId}/scim/tokens/{issued.View.Id}",
            ScimTokenResponse.Of(issued.View) with
            {
                Token = issued.Token,
            }
        );
    }

    /// <summary>Revoke a SCIM token</summary>
    /// <remarks>The identity provider is refused from its next request on. This cannot be undone.</remarks>
    public static async Task<NoContent> RevokeTokenAsync(string company, RouteId id, Caller caller, IGrainFactory grains)
    {
        await caller.Company<IScimDirectoryGrain>(grains, company).RevokeTokenAsync(caller.Actor, id);
        return TypedResults.NoContent();
    }

    /// <summary>List groups of the identity provider</summary>
    /// <remarks>Sorted by name, with the access that each gives its members.</remarks>
    public static async Task<Ok<ListResponse<ScimGroupResponse>>> ListGroupsAsync(
        string company,
        [AsParameters] PageQuery page,
        Caller caller,
        IGrainFactory grains
    )
    {
        var groups = await caller.Company<IScimDirectoryGrain>(grains, company).ListMappingsAsync(caller.Actor, page.ToRequest());
        return TypedResults.Ok(
            new ListResponse<ScimGroupResponse>([.. groups.Items.Select(ScimGroupResponse.Of)], groups.NextCursor, groups.Total)
        );
    }

    /// <summary>Set the access of a group</summary>
    /// <remarks>
    /// Members of several groups get what any of them gives, and those who leave the last of them have the role User with
    /// nothing assigned. Super Admins keep what they have. Applies to up to 200 members immediately, and to the rest soon
    /// after.
    /// </remarks>
    [Refuses("validation_failed")]
    public static async Task<Ok<ScimGroupResponse>> SetGroupAccessAsync(
        string company,
        RouteId id,
        Body<GroupAccessRequest> body,
        Caller caller,
        IGrainFactory grains
    ) =>
        TypedResults.Ok(
            ScimGroupResponse.Of(
                await caller.Company<IScimDirectoryGrain>(grains, company).SetMappingAsync(caller.Actor, id, body.Value.ToAccess())
            )
        );

    /// <summary>Remove the access of a group</summary>
    /// <remarks>Its members keep what their other groups give.</remarks>
    public static async Task<NoContent> RemoveGroupAccessAsync(string company, RouteId id, Caller caller, IGrainFactory grains)
    {
        await caller.Company<IScimDirectoryGrain>(grains, company).SetMappingAsync(caller.Actor, id, access: null);
        return TypedResults.NoContent();
    }

    /// <summary>List requests of the identity provider</summary>
    /// <remarks>
    /// Newest first: the last 1,000, for 30 days. Bodies are without personal values. <c>notes</c> say what was refused
    /// and why, or why nothing changed.
    /// </remarks>
    public static async Task<Ok<ListResponse<ScimActivityResponse>>> ListActivityAsync(
        string company,
        [AsParameters] ScimActivityQuery query,
        Caller caller,
        IGrainFactory grains
    )
    {
        var requests = await caller
            .Company<IScimActivityGrain>(grains, company)
            .ListActivityAsync(caller.Actor, query.OnlyProblems(), new PageQuery(query.Limit, query.Cursor).ToRequest());
        return TypedResults.Ok(
            new ListResponse<ScimActivityResponse>(
                [.. requests.Items.Select(ScimActivityResponse.Of)],
                requests.NextCursor,
                requests.Total
            )
        );
    }

    /// <summary>Resume deactivations</summary>
    /// <remarks>
    /// For four hours the identity provider may take access away from any number of people. Without effect when nothing is
    /// paused.
    /// </remarks>
    public static async Task<NoContent> ResumeAsync(string company, Caller caller, IGrainFactory grains)
    {
        await caller.Company<IScimDirectoryGrain>(grains, company).ReleaseBrakeAsync(caller.Actor);
        return TypedResults.NoContent();
    }

    /// <summary>Allow somebody to return</summary>
    /// <remarks>
    /// Lets somebody be invited again whom the identity provider has removed: for when it no longer decides about them.
    /// </remarks>
    [Refuses("email_invalid")]
    public static async Task<NoContent> AllowReturnAsync(
        string company,
        Body<AllowReturnRequest> body,
        Caller caller,
        IGrainFactory grains
    )
    {
        await caller.Company<IScimDirectoryGrain>(grains, company).AllowReturnAsync(caller.Actor, body.Value.Email);
        return TypedResults.NoContent();
    }
}

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

/// <summary>The members of a company; what is done to their accounts is <see cref="MemberAccountEndpoints"/>.</summary>
internal static class MemberEndpoints
{
    private static readonly Who _readers = Who.Holding(Permissions.ReadMembers);
    private static readonly Who _removers = Who.Holding(Permissions.RemoveMembers);

    public static void MapMembers(this RouteGroupBuilder api)
    {
        var members = api.MapGroup("/companies/{company}/members").WithTags("Members").Refuses("forbidden", "not_found");
        members.MapGet("", ListMembersAsync).Allows(_readers, keys: ApiKeyPermissions.Read);
        members.MapGet("/{userId}", GetMemberAsync).Allows(Who.SignedIn, keys: ApiKeyPermissions.Read);
        members.MapPatch("/{userId}", UpdateMemberAsync).Allows(Who.Holding(Permissions.UpdateMembers), keys: ApiKeyPermissions.Admin);
        members.MapDelete("/{userId}", RemoveMemberAsync).Allows(_removers, keys: ApiKeyPermissions.Admin);
        members.MapPost("/{userId}/deactivate", DeactivateMemberAsync).Allows(_removers, keys: ApiKeyPermissions.Admin);
        members.MapPost("/{userId}/reactivate", ReactivateMemberAsync).Allows(_removers, keys: ApiKeyPermissions.Admin);
        members.MapGet("/{userId}/offboarding", GetOffboardingAsync).Allows(_readers, keys: ApiKeyPermissions.Read);
        api.MapPost("/companies/{company}/ownership", TransferOwnershipAsync).Allows(Who.SuperAdmins, stepUp: StepUpNeeded.OfEverybody);
        api.MapPost("/me/companies/{company}/leave", LeaveCompanyAsync).Allows(Who.SignedIn);
    }

    /// <summary>List members</summary>
    /// <remarks>Supports search, filters and sorting.</remarks>
    [Refuses("validation_failed")]
    public static async Task<Ok<ListResponse<MemberResponse>>> ListMembersAsync(
        string company,
        [AsParameters] MemberQuery query,
        [AsParameters] PageQuery page,
        Caller caller,
        IGrainFactory grains
    ) =>
        TypedResults.Ok(
            ListResponse.Of(
                await caller
                    .Company<ICompanyMembersGrain>(grains, company)
                    .ListMembersAsync(caller.Actor, query.ToFilter(), page.ToRequest()),
                MemberResponse.Of
            )
        );

    /// <summary>Get a member</summary>
    /// <remarks>Requires <c>members.read</c>, unless you ask for yourself.</remarks>
    public static async Task<Versioned<MemberResponse>> GetMemberAsync(
        string company,
        RouteId userId,
        Caller caller,
        IGrainFactory grains
    )
    {
        var member = await caller.Company<ICompanyMembersGrain>(grains, company).GetMemberAsync(caller.Actor, userId);
        return Versioned.Ok(MemberResponse.Of(member), member.Version);
    }

    /// <summary>Update a member</summary>
    /// <remarks>
    /// Absent fields stay as they are; <c>null</c> clears a field. Changes apply to live sessions immediately, and
    /// the member is told of a new role by mail. You cannot grant more than you have, or change your own role,
    /// scopes, permissions or agents.
    /// </remarks>
    [Refuses("own_role", "last_super_admin")]
    public static async Task<Versioned<MemberResponse>> UpdateMemberAsync(
        string company,
        RouteId userId,
        Body<UpdateMemberRequest> body,
        IfMatch ifMatch,
        Caller caller,
        IGrainFactory grains
    )
    {
        var member = await caller
            .Company<ICompanyMembersGrain>(grains, company)
            .UpdateMemberAsync(caller.Actor, userId, body.Value.ToCommand(ifMatch.Version));
        return Versioned.Ok(MemberResponse.Of(member), member.Version);
    }

    /// <summary>Remove a member</summary>
    /// <remarks>
    /// Takes effect immediately and cannot be undone; the person may be invited again. A <c>member.removed</c>
    /// event announces what was assigned to them.
    /// </remarks>
    [Refuses("own_role", "last_super_admin")]
    public static async Task<NoContent> RemoveMemberAsync(string company, RouteId userId, Caller caller, IGrainFactory grains)
    {
        await caller.Company<ICompanyMembersGrain>(grains, company).RemoveMemberAsync(caller.Actor, userId);
        return TypedResults.NoContent();
    }

    /// <summary>Deactivate a member</summary>
    /// <remarks>
    /// Ends the person's sessions and API keys in the company immediately. What is assigned to them is kept. May be
    /// repeated.
    /// </remarks>
    [Refuses("own_role", "last_super_admin")]
    public static async Task<NoContent> DeactivateMemberAsync(string company, RouteId userId, Caller caller, IGrainFactory grains)
    {
        await caller.Company<ICompanyMembersGrain>(grains, company).DeactivateMemberAsync(caller.Actor, userId);
        return TypedResults.NoContent();
    }

    /// <summary>Reactivate a member</summary>
    /// <remarks>Takes a seat. May be repeated.</remarks>
    [Refuses("seat_limit_reached")]
    public static async Task<NoContent> ReactivateMemberAsync(string company, RouteId userId, Caller caller, IGrainFactory grains)
    {
        await caller.Company<ICompanyMembersGrain>(grains, company).ReactivateMemberAsync(caller.Actor, userId);
        return TypedResults.NoContent();
    }

    /// <summary>Get a member's offboarding</summary>
    /// <remarks>
    /// For somebody who was deactivated or removed, or left: what ended when, and which agents and scopes are left to
    /// reassign. The list shortens as you assign them to other members. Cases and campaigns are reassigned in their own
    /// services, which learn of it from <c>member.deactivated</c> and <c>member.removed</c> in the events feed.
    ///
    /// <c>not_found</c> for active members; reactivating somebody ends their offboarding.
    /// </remarks>
    public static async Task<Ok<OffboardingResponse>> GetOffboardingAsync(
        string company,
        RouteId userId,
        Caller caller,
        IGrainFactory grains
    ) =>
        TypedResults.Ok(
            OffboardingResponse.Of(await caller.Company<ICompanyMembersGrain>(grains, company).GetOffboardingAsync(caller.Actor, userId))
        );

    /// <summary>Transfer ownership</summary>
    /// <remarks>Makes the member a Super Admin and the caller an Admin, in one step.</remarks>
    [Tags("Members")]
    [Refuses("forbidden", "not_found", "own_role")]
    public static async Task<NoContent> TransferOwnershipAsync(
        string company,
        Body<TransferOwnershipRequest> body,
        Caller caller,
        IGrainFactory grains
    )
    {
        await caller
            .Company<ICompanyMembersGrain>(grains, company)
            .TransferOwnershipAsync(caller.Actor, RouteId.Parse(body.Value.UserId));
        return TypedResults.NoContent();
    }

    /// <summary>Leave a company</summary>
    /// <remarks>
    /// Ends your membership and your sessions in the company. This cannot be undone. The last Super Admin cannot
    /// leave.
    /// </remarks>
    [Tags("Me")]
    [Refuses("not_found", "last_super_admin")]
    public static async Task<NoContent> LeaveCompanyAsync(string company, Caller caller, IGrainFactory grains)
    {
        await caller.Company<ICompanyMembersGrain>(grains, company).LeaveAsync(caller.Actor);
        return TypedResults.NoContent();
    }
}

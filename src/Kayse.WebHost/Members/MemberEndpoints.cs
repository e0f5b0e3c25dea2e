using Kayse.Grains.ApiKeys;
using Kayse.Grains.Errors;
using Kayse.Grains.Members;
using Kayse.Grains.Tokens;
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
    public static void MapMembers(this RouteGroupBuilder api)
    {
        var members = api.MapGroup("/companies/{company}/members")
            .WithTags("Company")
            .AllowsAccess(AccessKind.SignedIn)
            .Refuses("forbidden", "not_found");
        members
            .MapGet("", ListAsync)
            .ForHoldersOf(Permissions.ReadMembers)
            .AllowsApiKeys(ApiKeyPermissions.Read)
            .Documents("ListMembers", "The members of a company", "Searched, filtered and sorted. Needs `members.read`.")
            .Refuses("validation_failed");
        members
            .MapGet("/{userId}", GetAsync)
            .AllowsApiKeys(ApiKeyPermissions.Read)
            .Documents("GetMember", "One member", "Needs `members.read`, unless it is oneself.");
        members
            .MapPatch("/{userId}", UpdateAsync)
            .ForHoldersOf(Permissions.UpdateMembers)
            .AllowsApiKeys(ApiKeyPermissions.Admin)
            .Documents(
                "UpdateMember",
                "Change a member",
                "What is absent stays; null clears. Holds at once in their live sessions; a changed role is told by mail. Nobody gives what they don't have, or changes their own role, scopes, permissions or agents. Needs `members.update`."
            )
            .Refuses("own_role", "last_super_admin");
        members
            .MapDelete("/{userId}", RemoveAsync)
            .ForHoldersOf(Permissions.RemoveMembers)
            .AllowsApiKeys(ApiKeyPermissions.Admin)
            .Documents(
                "RemoveMember",
                "Remove a member",
                "For good, at once; they may be invited again. What they held is announced as `member.removed`. Needs `members.remove`."
            )
            .Refuses("own_role", "last_super_admin");
        members
            .MapPost("/{userId}/deactivate", DeactivateAsync)
            .ForHoldersOf(Permissions.RemoveMembers)
            .AllowsApiKeys(ApiKeyPermissions.Admin)
            .Documents(
                "DeactivateMember",
                "Deactivate a member",
                "Their sessions and API keys of the company end at once; what they hold is kept. May be repeated. Needs `members.remove`."
            )
            .Refuses("own_role", "last_super_admin");
        members
            .MapPost("/{userId}/reactivate", ReactivateAsync)
            .ForHoldersOf(Permissions.RemoveMembers)
            .AllowsApiKeys(ApiKeyPermissions.Admin)
            .Documents("ReactivateMember", "Reactivate a member", "May be repeated. Needs `members.remove`, and a seat.")
            .Refuses("seat_limit_reached");
        api.MapPost("/companies/{company}/ownership", TransferOwnershipAsync)
            .ForSuperAdmins()
            .WithTags("Company")
            .AllowsAccess(AccessKind.SignedIn)
            .NeedsStepUp()
            .Documents(
                "TransferOwnership",
                "Transfer ownership",
                "The member becomes Super Admin and the caller Admin: both or neither. For Super Admins."
            )
            .Refuses("forbidden", "not_found", "own_role");
        api.MapPost("/me/companies/{company}/leave", LeaveAsync)
            .WithTags("Me")
            .AllowsAccess(AccessKind.SignedIn)
            .Documents("LeaveCompany", "Leave a company", "For good: the sessions there end. The last Super Admin can't.")
            .Refuses("not_found", "last_super_admin");
    }

    private static async Task<Ok<ListAnswer<MemberAnswer>>> ListAsync(
        string company,
        [AsParameters] MemberQuery query,
        [AsParameters] PageQuery page,
        Caller caller,
        IGrainFactory grains
    ) =>
        TypedResults.Ok(
            ListAnswer.Of(
                await caller
                    .Company<ICompanyMembersGrain>(grains, company)
                    .ListMembersAsync(caller.Actor, query.ToFilter(), page.ToRequest()),
                MemberAnswer.Of
            )
        );

    private static async Task<Versioned<MemberAnswer>> GetAsync(string company, string userId, Caller caller, IGrainFactory grains)
    {
        var member = await caller.Company<ICompanyMembersGrain>(grains, company).GetMemberAsync(caller.Actor, WellFormed(userId));
        return Versioned.Ok(MemberAnswer.Of(member), member.Version);
    }

    private static async Task<Versioned<MemberAnswer>> UpdateAsync(
        string company,
        string userId,
        Body<UpdateMemberRequest> body,
        IfMatch ifMatch,
        Caller caller,
        IGrainFactory grains
    )
    {
        var member = await caller
            .Company<ICompanyMembersGrain>(grains, company)
            .UpdateMemberAsync(caller.Actor, WellFormed(userId), body.Value.ToCommand(ifMatch.Version));
        return Versioned.Ok(MemberAnswer.Of(member), member.Version);
    }

    private static async Task<NoContent> RemoveAsync(string company, string userId, Caller caller, IGrainFactory grains)
    {
        await caller.Company<ICompanyMembersGrain>(grains, company).RemoveMemberAsync(caller.Actor, WellFormed(userId));
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> DeactivateAsync(string company, string userId, Caller caller, IGrainFactory grains)
    {
        await caller.Company<ICompanyMembersGrain>(grains, company).DeactivateMemberAsync(caller.Actor, WellFormed(userId));
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> ReactivateAsync(string company, string userId, Caller caller, IGrainFactory grains)
    {
        await caller.Company<ICompanyMembersGrain>(grains, company).ReactivateMemberAsync(caller.Actor, WellFormed(userId));
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> TransferOwnershipAsync(
        string company,
        Body<TransferOwnershipRequest> body,
        Caller caller,
        IGrainFactory grains
    )
    {
        await caller.Company<ICompanyMembersGrain>(grains, company).TransferOwnershipAsync(caller.Actor, WellFormed(body.Value.UserId));
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> LeaveAsync(string company, Caller caller, IGrainFactory grains)
    {
        await caller.Company<ICompanyMembersGrain>(grains, company).LeaveAsync(caller.Actor);
        return TypedResults.NoContent();
    }

    /// <summary>An id of a member, or a refusal: no member has an id of another form.</summary>
    public static string WellFormed(string userId) =>
        EntityId.IsWellFormed(userId) ? userId : throw new RefusedException(GeneralErrors.NotFound);
}

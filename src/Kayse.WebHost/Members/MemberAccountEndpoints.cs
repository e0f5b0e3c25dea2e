using Kayse.Grains.Members;
using Kayse.Grains.Privacy;
using Kayse.WebHost.Http;
using Kayse.WebHost.Http.Callers;
using Kayse.WebHost.Http.Idempotency;
using Kayse.WebHost.Http.Json;
using Kayse.WebHost.Http.OpenApi;
using Kayse.WebHost.Http.RateLimits;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kayse.WebHost.Members;

/// <summary>What a company may do with the accounts of its members.</summary>
internal static class MemberAccountEndpoints
{
    public static void MapMemberAccounts(this RouteGroupBuilder api)
    {
        var members = api.MapGroup("/companies/{company}/members").WithTags("Members").Refuses("forbidden", "not_found");
        members.MapPost("", CreateMemberAsync).Allows(Who.Holding(Permissions.InviteMembers), limit: RateLimitKind.InvitationsPerUser);
        members
            .MapPost("/{userId}/password", SetMemberPasswordAsync)
            .Allows(Who.Admins, limit: RateLimitKind.MemberPasswordsPerUser, stepUp: StepUpNeeded.OfEverybody);
        members
            .MapPost("/{userId}/password-reset", SendMemberPasswordResetAsync)
            .Allows(Who.Holding(Permissions.UpdateMembers), limit: RateLimitKind.MemberPasswordsPerUser);
        members
            .MapPost("/{userId}/two-factor-reset", ResetMemberTwoFactorAsync)
            .Allows(Who.Admins, limit: RateLimitKind.MemberPasswordsPerUser, stepUp: StepUpNeeded.OfEverybody);
        members.MapDelete("/{userId}/two-factor-reset", CancelMemberTwoFactorResetAsync).Allows(Who.Admins);
        members.MapDelete("/{userId}/account", DeleteMemberAccountAsync).Allows(Who.Admins, stepUp: StepUpNeeded.OfEverybody);
    }

    /// <summary>Create a member without an invitation</summary>
    /// <remarks>
    /// Creates an account with a password that the person must change when they first sign in. If the address
    /// already has an account, the request is refused with <c>email_in_use</c>; invite that person instead.
    /// Requires a verified email address and a role not above your own. A Super Admin needs step-up.
    /// </remarks>
    [Produces<MemberResponse>(StatusCodes.Status201Created)]
    [TakesIdempotencyKey]
    [HasETag]
    [Refuses(
        "email_invalid",
        "phone_invalid",
        "password_too_weak",
        "email_already_member",
        "email_already_invited",
        "email_in_use",
        "phone_in_use",
        "phone_already_invited",
        "email_domain_not_allowed",
        "seat_limit_reached",
        "email_not_verified",
        "step_up_required"
    )]
    public static Task<IResult> CreateMemberAsync(
        string company,
        Body<CreateMemberRequest> body,
        Caller caller,
        IGrainFactory grains,
        MemberPasswordFlow flow,
        IdempotentResponses answers,
        TimeProvider clock,
        HttpContext context,
        CancellationToken ct
    )
    {
        var companyId = caller.CompanyId(company);
        var key = RequestKey.Of(context.Request, clock, body.Fingerprint, "create-member", companyId, caller.Principal.UserId);
        var grain = caller.Company<ICompanyAccountsGrain>(grains, companyId);
        return answers.RunAsync(
            key,
            () => grain.PrepareCreateMemberAsync(caller.Actor, body.Value.Role!.Value),
            async () =>
            {
                var hash = await flow.HashInitialAsync(grain, caller.Actor, body.Value.ToInitialPassword(), ct);
                var member = await grain.CreateMemberAsync(caller.Actor, body.Value.ToCommand(key.IdOf("member"), hash));
                return new Creation(
                    MemberResponse.Of(member),
                    $"{ApiRoutes.Base}/companies/{companyId}/members/{member.UserId}",
                    member.Version
                );
            }
        );
    }

    /// <summary>Set a member's password</summary>
    /// <remarks>
    /// The member must change it at their next sign-in, within 7 days. Ends all their sessions and notifies them by mail. Refused
    /// with <c>forbidden</c> for people who belong to another company too.
    /// </remarks>
    [Refuses("own_role", "password_too_weak", "password_reused")]
    public static async Task<NoContent> SetMemberPasswordAsync(
        string company,
        RouteId userId,
        Body<SetMemberPasswordRequest> body,
        Caller caller,
        IGrainFactory grains,
        MemberPasswordFlow flow,
        CancellationToken ct
    )
    {
        await flow.SetAsync(caller.Company<ICompanyAccountsGrain>(grains, company), caller.Actor, userId, body.Value.NewPassword, ct);
        return TypedResults.NoContent();
    }

    /// <summary>Send a member a password reset link</summary>
    /// <remarks>
    /// Ends the person's sessions in this company, or all their sessions if they belong to no other company.
    /// </remarks>
    [Refuses("own_role", "rate_limited")]
    public static async Task<NoContent> SendMemberPasswordResetAsync(string company, RouteId userId, Caller caller, IGrainFactory grains)
    {
        await caller.Company<ICompanyAccountsGrain>(grains, company).SendMemberPasswordResetAsync(caller.Actor, userId);
        return TypedResults.NoContent();
    }

    /// <summary>Reset a member's second factor</summary>
    /// <remarks>
    /// For people who have lost it. Removes their authenticator app, backup codes, passkeys and trusted devices, ends
    /// all their sessions and notifies them by mail. If they used a second factor within the last 7 days, this happens
    /// after 24 hours, and they or an admin can cancel it. Refused with <c>member_elsewhere</c> for people who belong to
    /// another company too.
    /// </remarks>
    [Refuses("own_role", "member_elsewhere", "two_factor_not_enabled")]
    public static async Task<Ok<TwoFactorResetResponse>> ResetMemberTwoFactorAsync(
        string company,
        RouteId userId,
        Caller caller,
        IGrainFactory grains
    )
    {
        var at = await caller.Company<ICompanyAccountsGrain>(grains, company).ResetMemberTwoFactorAsync(caller.Actor, userId);
        return TypedResults.Ok(new TwoFactorResetResponse(at is null ? "done" : "pending", at));
    }

    /// <summary>Cancel the reset of a member's second factor</summary>
    [Refuses("own_role")]
    public static async Task<NoContent> CancelMemberTwoFactorResetAsync(
        string company,
        RouteId userId,
        Caller caller,
        IGrainFactory grains
    )
    {
        await caller.Company<ICompanyAccountsGrain>(grains, company).CancelMemberTwoFactorResetAsync(caller.Actor, userId);
        return TypedResults.NoContent();
    }

    /// <summary>Delete a member's account</summary>
    /// <remarks>
    /// Permanently deletes the profile, password, sessions and history; the email address and phone number can be
    /// used again. The audit log shows their actions as those of a deleted person. Refused with
    /// <c>member_elsewhere</c> for people who belong to another company too.
    /// </remarks>
    [Refuses("own_role", "last_super_admin", "member_elsewhere")]
    public static async Task<NoContent> DeleteMemberAccountAsync(string company, RouteId userId, Caller caller, IGrainFactory grains)
    {
        await grains.GetGrain<IAccountDeletionGrain>(userId).DeleteForCompanyAsync(caller.Actor, caller.CompanyId(company));
        return TypedResults.NoContent();
    }
}

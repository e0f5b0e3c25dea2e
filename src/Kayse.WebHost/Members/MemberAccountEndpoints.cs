using Kayse.Grains.Members;
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
        var members = api.MapGroup("/companies/{company}/members").WithTags("Company").Refuses("forbidden", "not_found");
        members
            .MapPost("", CreateAsync)
            .ForHoldersOf(Permissions.InviteMembers)
            .AllowsAccess(AccessKind.SignedIn, RateLimitKind.InvitationsPerUser)
            .Documents(
                "CreateMember",
                "Create a member without a mail",
                "With a password that they must change at their first sign-in. An address that has an account is `email_in_use`: invite that person instead. Needs `members.invite`, a verified address and a role not above one's own; for a Super Admin step-up."
            )
            .Produces<MemberAnswer>(StatusCodes.Status201Created)
            .TakesIdempotencyKey()
            .AnswersETag()
            .Refuses(
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
            );
        members
            .MapPost("/{userId}/password", SetPasswordAsync)
            .ForAdmins()
            .AllowsAccess(AccessKind.SignedIn, RateLimitKind.MemberPasswordsPerUser)
            .NeedsStepUp()
            .Documents(
                "SetMemberPassword",
                "Set a member's password",
                "They must change it at their next sign-in; every session of theirs ends, and they are told by mail. `forbidden` for who belongs to another company too. For Admins and above, as who sets it can sign in with it."
            )
            .Refuses("own_role", "password_too_weak", "password_reused");
        members
            .MapPost("/{userId}/password-reset", SendPasswordResetAsync)
            .ForHoldersOf(Permissions.UpdateMembers)
            .AllowsAccess(AccessKind.SignedIn, RateLimitKind.MemberPasswordsPerUser)
            .Documents(
                "SendMemberPasswordReset",
                "Send a member a link to choose a new password",
                "Their sessions that act in the company end; every session, when they belong to no other company. Needs `members.update`."
            )
            .Refuses("own_role", "rate_limited");
        members
            .MapDelete("/{userId}/account", DeleteAsync)
            .ForAdmins()
            .AllowsAccess(AccessKind.SignedIn)
            .Documents(
                "DeleteMemberAccount",
                "Delete a member's account",
                "For good: profile, password, sessions and history go, their address and number are free again; the audit log keeps what was done by a deleted person. `member_elsewhere` for who belongs to another company too. For Admins."
            )
            .Refuses("own_role", "last_super_admin", "member_elsewhere");
    }

    private static Task<IResult> CreateAsync(
        string company,
        Body<CreateMemberRequest> body,
        Caller caller,
        IGrainFactory grains,
        MemberPasswordFlow flow,
        AnswerOnce answers,
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
                var hash = await flow.HashInitialAsync(grain, caller.Actor, body.Value, ct);
                var member = await grain.CreateMemberAsync(caller.Actor, body.Value.ToCommand(key.IdOf("member"), hash));
                return new Creation(
                    MemberAnswer.Of(member),
                    $"{ApiRoutes.Base}/companies/{companyId}/members/{member.UserId}",
                    member.Version
                );
            }
        );
    }

    private static async Task<NoContent> SetPasswordAsync(
        string company,
        string userId,
        Body<SetMemberPasswordRequest> body,
        Caller caller,
        IGrainFactory grains,
        MemberPasswordFlow flow,
        CancellationToken ct
    )
    {
        await flow.SetAsync(
            caller.Company<ICompanyAccountsGrain>(grains, company),
            caller.Actor,
            MemberEndpoints.WellFormed(userId),
            body.Value.NewPassword,
            ct
        );
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> SendPasswordResetAsync(string company, string userId, Caller caller, IGrainFactory grains)
    {
        await caller
            .Company<ICompanyAccountsGrain>(grains, company)
            .SendMemberPasswordResetAsync(caller.Actor, MemberEndpoints.WellFormed(userId));
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> DeleteAsync(string company, string userId, Caller caller, IGrainFactory grains)
    {
        await caller.Company<ICompanyAccountsGrain>(grains, company).DeleteAccountAsync(caller.Actor, MemberEndpoints.WellFormed(userId));
        return TypedResults.NoContent();
    }
}

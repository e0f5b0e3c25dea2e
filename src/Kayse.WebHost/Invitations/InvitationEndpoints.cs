using Kayse.Grains.ApiKeys;
using Kayse.Grains.Errors;
using Kayse.Grains.Invitations;
using Kayse.Grains.Members;
using Kayse.Grains.Tokens;
using Kayse.WebHost.Http;
using Kayse.WebHost.Http.Callers;
using Kayse.WebHost.Http.Idempotency;
using Kayse.WebHost.Http.Json;
using Kayse.WebHost.Http.Lists;
using Kayse.WebHost.Http.OpenApi;
using Kayse.WebHost.Http.Problems;
using Kayse.WebHost.Http.RateLimits;
using Kayse.WebHost.Http.Versions;
using Kayse.WebHost.Members;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kayse.WebHost.Invitations;

/// <summary>
/// Invitations as the company's side sees them; the invitee's side is <see cref="InvitationTokenEndpoints"/>.
/// </summary>
internal static class InvitationEndpoints
{
    private static readonly string[] _refusedDetails =
    [
        "email_invalid",
        "phone_invalid",
        "email_already_member",
        "email_already_invited",
        "email_domain_not_allowed",
        "phone_already_invited",
        "phone_in_use",
        "rate_limited",
        "email_not_verified",
        "step_up_required",
    ];

    public static void MapInvitations(this RouteGroupBuilder api)
    {
        var invitations = api.MapGroup("/companies/{company}/invitations")
            .WithTags("Invitations")
            .ForHoldersOf(Permissions.InviteMembers)
            .Refuses("forbidden", "not_found");
        invitations
            .MapGet("", ListAsync)
            .AllowsApiKeys(ApiKeyPermissions.Read)
            .AllowsAccess(AccessKind.SignedIn)
            .Documents(
                "ListInvitations",
                "The invitations of a company",
                "Latest first; without `status` all of the last 30 days. Needs `members.invite`."
            )
            .Refuses("validation_failed");
        invitations
            .MapPost("", InviteAsync)
            .AllowsApiKeys(ApiKeyPermissions.Write)
            .AllowsAccess(AccessKind.SignedIn, RateLimitKind.InvitationsPerUser)
            .Documents(
                "InviteMember",
                "Invite a person",
                "Sends a mail with a link that works once. Who administers another company and is no stranger (a company is shared with the caller, or companies can't sign up by themselves) is added at once and told by mail: 200 with `outcome` `added`. Needs `members.invite`, a verified address and a role not above one's own. An Admin takes an API key with `admin`; a Super Admin takes a session with step-up."
            )
            .Produces<InvitedAnswer>(StatusCodes.Status201Created)
            .Produces<AddedAnswer>(StatusCodes.Status200OK)
            .TakesIdempotencyKey()
            .Refuses([.. _refusedDetails, "seat_limit_reached", "company_limit_reached"]);
        invitations
            .MapGet("/{id}", GetAsync)
            .AllowsApiKeys(ApiKeyPermissions.Read)
            .AllowsAccess(AccessKind.SignedIn)
            .Documents("GetInvitation", "One invitation", "Needs `members.invite`.");
        invitations
            .MapPatch("/{id}", UpdateAsync)
            .AllowsApiKeys(ApiKeyPermissions.Write)
            .AllowsAccess(AccessKind.SignedIn, RateLimitKind.InvitationsPerUser)
            .Documents(
                "UpdateInvitation",
                "Change a pending invitation",
                "What is absent stays; null clears. Another address is a resend to it, and the old link dies. Needs `members.invite`."
            )
            .Refuses([.. _refusedDetails, "invitation_used", "invitation_revoked", "invitation_expired"]);
        invitations
            .MapDelete("/{id}", RevokeAsync)
            .AllowsApiKeys(ApiKeyPermissions.Delete)
            .AllowsAccess(AccessKind.SignedIn)
            .Documents("RevokeInvitation", "Take an invitation back", "Its link dies at once. May be repeated. Needs `members.invite`.")
            .Refuses("invitation_used");
        invitations
            .MapPost("/{id}/resend", ResendAsync)
            .AllowsApiKeys(ApiKeyPermissions.Write)
            .AllowsAccess(AccessKind.SignedIn, RateLimitKind.InvitationsPerUser)
            .Documents(
                "ResendInvitation",
                "Send an invitation again",
                "Pending or expired: a new link with its whole time; the old one dies. Needs `members.invite`."
            )
            .Refuses(
                "invitation_used",
                "invitation_revoked",
                "phone_already_invited",
                "phone_in_use",
                "email_already_member",
                "email_already_invited",
                "email_domain_not_allowed",
                "seat_limit_reached",
                "rate_limited",
                "email_not_verified",
                "step_up_required"
            );
    }

    private static async Task<Ok<ListAnswer<InvitationAnswer>>> ListAsync(
        string company,
        string? status,
        [AsParameters] PageQuery page,
        Caller caller,
        IGrainFactory grains
    ) =>
        TypedResults.Ok(
            ListAnswer.Of(
                await caller
                    .Company<ICompanyInvitationsGrain>(grains, company)
                    .ListInvitationsAsync(caller.Actor, StatusOf(status), page.ToRequest()),
                InvitationAnswer.Of
            )
        );

    private static Task<IResult> InviteAsync(
        string company,
        Body<InviteMemberRequest> body,
        Caller caller,
        IGrainFactory grains,
        AnswerOnce answers,
        TimeProvider clock,
        HttpContext context
    )
    {
        var companyId = caller.CompanyId(company);
        var key = RequestKey.Of(context.Request, clock, body.Fingerprint, "invite", companyId, caller.Principal.UserId);
        var grain = caller.Company<ICompanyInvitationsGrain>(grains, companyId);
        return answers.RunAsync(
            key,
            () => grain.CheckManyAsync(caller.Actor, []),
            async () =>
            {
                var invited = await grain.InviteAsync(caller.Actor, body.Value.ToCommand(key.IdOf("invitation")));
                return invited.Invitation is { } invitation
                    ? new Creation(
                        new InvitedAnswer("invited", InvitationAnswer.Of(invitation)),
                        $"{ApiRoutes.Base}/companies/{companyId}/invitations/{invitation.Id}",
                        invitation.Version
                    )
                    : new Creation(new AddedAnswer("added", MemberAnswer.Of(invited.Member!)), Location: null)
                    {
                        Status = StatusCodes.Status200OK,
                    };
            }
        );
    }

    private static async Task<Versioned<InvitationAnswer>> GetAsync(string company, string id, Caller caller, IGrainFactory grains) =>
        Show(await caller.Company<ICompanyInvitationsGrain>(grains, company).GetInvitationAsync(caller.Actor, WellFormed(id)));

    private static async Task<Versioned<InvitationAnswer>> UpdateAsync(
        string company,
        string id,
        Body<UpdateInvitationRequest> body,
        IfMatch match,
        Caller caller,
        IGrainFactory grains
    )
    {
        var command = body.Value.ToCommand() with { ExpectedVersion = match.Version };
        return Show(
            await caller.Company<ICompanyInvitationsGrain>(grains, company).UpdateInvitationAsync(caller.Actor, WellFormed(id), command)
        );
    }

    private static async Task<NoContent> RevokeAsync(string company, string id, Caller caller, IGrainFactory grains)
    {
        await caller.Company<ICompanyInvitationsGrain>(grains, company).RevokeInvitationAsync(caller.Actor, WellFormed(id));
        return TypedResults.NoContent();
    }

    private static async Task<Versioned<InvitationAnswer>> ResendAsync(string company, string id, Caller caller, IGrainFactory grains) =>
        Show(await caller.Company<ICompanyInvitationsGrain>(grains, company).ResendInvitationAsync(caller.Actor, WellFormed(id)));

    private static Versioned<InvitationAnswer> Show(InvitationView invitation) =>
        Versioned.Ok(InvitationAnswer.Of(invitation), invitation.Version);

    private static string WellFormed(string id) => EntityId.IsWellFormed(id) ? id : throw new RefusedException(GeneralErrors.NotFound);

    private static InvitationStatus? StatusOf(string? word)
    {
        if (word is null)
            return null;
        return Words<InvitationStatus>.TryParse(word, out var status)
            ? status
            : throw new RefusedException(
                HttpErrors.Field("status", $"This must be one of {string.Join(", ", Words<InvitationStatus>.All)}.")
            );
    }
}

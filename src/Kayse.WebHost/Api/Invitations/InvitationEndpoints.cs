using Kayse.Grains.Directory;
using Kayse.Grains.Errors;
using Kayse.Grains.Invitations;
using Kayse.Grains.Tokens;
using Kayse.WebHost.Api.Idempotency;
using Kayse.WebHost.Api.Json;
using Kayse.WebHost.Api.Lists;
using Kayse.WebHost.Api.OpenApi;
using Kayse.WebHost.Api.Problems;
using Kayse.WebHost.Auth;
using Kayse.WebHost.RateLimits;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kayse.WebHost.Api.Invitations;

/// <summary>Invitations as the company's side sees them; the invitee's side is <see cref="InvitationTokenEndpoints"/>.</summary>
internal static class InvitationEndpoints
{
    private static readonly string[] _refusedDetails =
        ["email_invalid", "phone_invalid", "email_already_member", "email_already_invited", "phone_already_invited", "phone_in_use"];

    public static void MapInvitations(this RouteGroupBuilder api)
    {
        var invitations = api.MapGroup("/companies/{company}/invitations").WithTags("Invitations").Refuses("forbidden", "not_found");
        invitations.MapGet("", ListAsync)
            .AllowsAccess(AccessKind.SignedIn)
            .Documents("ListInvitations", "The invitations of a company", "Latest first; without `status` all of the last 30 days. Needs `members.invite`.")
            .Refuses("validation_failed");
        invitations.MapPost("", InviteAsync)
            .AllowsAccess(AccessKind.SignedIn, RateLimitKind.InvitationsPerUser)
            .Documents("InviteMember", "Invite a person", "Sends a mail with a link that works once. Needs `members.invite`, and a role not above one's own.")
            .Produces<InvitedAnswer>(StatusCodes.Status201Created)
            .TakesIdempotencyKey()
            .Refuses(_refusedDetails);
        invitations.MapGet("/{id}", GetAsync)
            .AllowsAccess(AccessKind.SignedIn)
            .Documents("GetInvitation", "One invitation", "Needs `members.invite`.");
        invitations.MapPatch("/{id}", UpdateAsync)
            .AllowsAccess(AccessKind.SignedIn, RateLimitKind.InvitationsPerUser)
            .Documents("UpdateInvitation", "Change a pending invitation", "What is absent stays; null clears. Another address is a resend to it, and the old link dies. Needs `members.invite`.")
            .Refuses([.. _refusedDetails, "invitation_used", "invitation_revoked", "invitation_expired"]);
        invitations.MapDelete("/{id}", RevokeAsync)
            .AllowsAccess(AccessKind.SignedIn)
            .Documents("RevokeInvitation", "Take an invitation back", "Its link dies at once. May be repeated. Needs `members.invite`.")
            .Refuses("invitation_used");
        invitations.MapPost("/{id}/resend", ResendAsync)
            .AllowsAccess(AccessKind.SignedIn, RateLimitKind.InvitationsPerUser)
            .Documents("ResendInvitation", "Send an invitation again", "Pending or expired: a new link with its whole time; the old one dies. Needs `members.invite`.")
            .Refuses("invitation_used", "invitation_revoked", "phone_already_invited", "phone_in_use");
    }

    private static async Task<Ok<ListAnswer<InvitationAnswer>>> ListAsync(
        string company, string? status, [AsParameters] PageQuery page, Caller caller, IGrainFactory grains)
        => TypedResults.Ok(ListAnswer.Of(await caller.Company(grains, company).ListInvitationsAsync(caller.Actor, StatusOf(status), page.ToRequest()), InvitationAnswer.Of));

    private static Task<IResult> InviteAsync(
        string company, Body<InviteMemberRequest> body, Caller caller, IGrainFactory grains, AnswerOnce answers, RequestLimits limits, TimeProvider clock, HttpContext context)
    {
        var companyId = caller.CompanyId(company);
        var key = RequestKey.Of(context.Request, clock, body.Fingerprint, "invite", companyId, caller.Principal.UserId);
        return answers.RunAsync(key, async () =>
        {
            TakeFor(limits, body.Value.Email);
            var invitation = await caller.Company(grains, companyId).InviteAsync(caller.Actor, body.Value.ToCommand(key.IdOf("invitation")));
            return new Creation(new InvitedAnswer("invited", InvitationAnswer.Of(invitation)), $"{ApiRoutes.Base}/companies/{companyId}/invitations/{invitation.Id}");
        });
    }

    private static async Task<Ok<InvitationAnswer>> GetAsync(string company, string id, Caller caller, IGrainFactory grains)
        => TypedResults.Ok(InvitationAnswer.Of(await caller.Company(grains, company).GetInvitationAsync(caller.Actor, WellFormed(id))));

    private static async Task<Ok<InvitationAnswer>> UpdateAsync(
        string company, string id, Body<UpdateInvitationRequest> body, Caller caller, IGrainFactory grains, RequestLimits limits)
    {
        var command = body.Value.ToCommand();
        TakeFor(limits, command.Email);
        return TypedResults.Ok(InvitationAnswer.Of(await caller.Company(grains, company).UpdateInvitationAsync(caller.Actor, WellFormed(id), command)));
    }

    private static async Task<NoContent> RevokeAsync(string company, string id, Caller caller, IGrainFactory grains)
    {
        await caller.Company(grains, company).RevokeInvitationAsync(caller.Actor, WellFormed(id));
        return TypedResults.NoContent();
    }

    private static async Task<Ok<InvitationAnswer>> ResendAsync(string company, string id, Caller caller, IGrainFactory grains, RequestLimits limits)
    {
        var grain = caller.Company(grains, company);
        var invitation = await grain.GetInvitationAsync(caller.Actor, WellFormed(id));
        TakeFor(limits, invitation.Details.Email);
        return TypedResults.Ok(InvitationAnswer.Of(await grain.ResendInvitationAsync(caller.Actor, invitation.Id)));
    }

    // A bad address gets no mail; the company refuses it.
    private static void TakeFor(RequestLimits limits, string? email)
    {
        if (EmailAddress.TryNormalize(email, out var address))
            limits.Take(RateLimitKind.InvitationsPerRecipient, address);
    }

    private static string WellFormed(string id) => EntityId.IsWellFormed(id) ? id : throw new RefusedException(GeneralErrors.NotFound);

    private static InvitationStatus? StatusOf(string? word)
    {
        if (word is null)
            return null;
        return Words<InvitationStatus>.TryParse(word, out var status)
            ? status
            : throw new RefusedException(HttpErrors.Field("status", $"This must be one of {string.Join(", ", Words<InvitationStatus>.All)}."));
    }
}

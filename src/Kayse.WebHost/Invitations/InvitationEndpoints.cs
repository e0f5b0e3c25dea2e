using Kayse.Grains.ApiKeys;
using Kayse.Grains.Errors;
using Kayse.Grains.Invitations;
using Kayse.Grains.Mail;
using Kayse.Grains.Members;
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
    private static readonly Who _inviters = Who.Holding(Permissions.InviteMembers);

    public static void MapInvitations(this RouteGroupBuilder api)
    {
        var invitations = api.MapGroup("/companies/{company}/invitations").WithTags("Invitations").Refuses("forbidden", "not_found");
        invitations.MapGet("", ListInvitationsAsync).Allows(_inviters, keys: ApiKeyPermissions.Read);
        invitations
            .MapPost("", InviteMemberAsync)
            .Allows(_inviters, keys: ApiKeyPermissions.Write, onlyKeysOfPeople: true, limit: RateLimitKind.InvitationsPerUser);
        invitations.MapGet("/{id}", GetInvitationAsync).Allows(_inviters, keys: ApiKeyPermissions.Read);
        invitations
            .MapPatch("/{id}", UpdateInvitationAsync)
            .Allows(_inviters, keys: ApiKeyPermissions.Write, onlyKeysOfPeople: true, limit: RateLimitKind.InvitationsPerUser);
        invitations.MapDelete("/{id}", RevokeInvitationAsync).Allows(_inviters, keys: ApiKeyPermissions.Delete);
        invitations
            .MapPost("/{id}/resend", ResendInvitationAsync)
            .Allows(_inviters, keys: ApiKeyPermissions.Write, onlyKeysOfPeople: true, limit: RateLimitKind.InvitationsPerUser);
        invitations.MapPost("/{id}/link", CreateInvitationLinkAsync).Allows(_inviters, limit: RateLimitKind.InvitationsPerUser);
    }

    /// <summary>List invitations</summary>
    /// <remarks>
    /// Newest first. Without <c>status</c>, returns all invitations of the last 30 days. <c>search</c> finds words in
    /// the name and the email address.
    /// </remarks>
    [Refuses("validation_failed")]
    public static async Task<Ok<ListResponse<InvitationResponse>>> ListInvitationsAsync(
        string company,
        [QueryWords<InvitationStatus>] string? status,
        [QueryText(FieldLimits.Search)] string? search,
        [AsParameters] PageQuery page,
        Caller caller,
        IGrainFactory grains
    ) =>
        TypedResults.Ok(
            ListResponse.Of(
                await caller
                    .Company<ICompanyInvitationsGrain>(grains, company)
                    .ListInvitationsAsync(caller.Actor, StatusOf(status), SearchQuery.Parse(search), page.ToRequest()),
                InvitationResponse.Of
            )
        );

    /// <summary>Invite a person</summary>
    /// <remarks>
    /// Sends a mail with a link that works once. An administrator of another company who is known to be trustworthy
    /// (they share a company with you, or this installation does not allow public sign-up) is added immediately and
    /// told by mail; the response is then 200 with the outcome <c>added</c>.
    ///
    /// Requires a verified email address and a role not above your own. Inviting an Admin with an API key requires
    /// its <c>admin</c> permission. Inviting a Super Admin requires a session with step-up.
    /// </remarks>
    [Produces<InvitedResponse>(StatusCodes.Status201Created)]
    [Produces<AddedResponse>(StatusCodes.Status200OK)]
    [TakesIdempotencyKey]
    [RefusesDetails]
    [Refuses("seat_limit_reached", "company_limit_reached")]
    public static Task<IResult> InviteMemberAsync(
        string company,
        Body<InviteMemberRequest> body,
        Caller caller,
        IGrainFactory grains,
        IdempotentResponses answers,
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
                        new InvitedResponse("invited", InvitationResponse.Of(invitation)),
                        $"{ApiRoutes.Base}/companies/{companyId}/invitations/{invitation.Id}",
                        invitation.Version
                    )
                    : new Creation(new AddedResponse("added", MemberResponse.Of(invited.Member!)), Location: null)
                    {
                        Status = StatusCodes.Status200OK,
                    };
            }
        );
    }

    /// <summary>Get an invitation</summary>
    /// <remarks>Returns one invitation of the company.</remarks>
    public static async Task<Versioned<InvitationResponse>> GetInvitationAsync(
        string company,
        RouteId id,
        Caller caller,
        IGrainFactory grains
    ) => Show(await caller.Company<ICompanyInvitationsGrain>(grains, company).GetInvitationAsync(caller.Actor, id));

    /// <summary>Update a pending invitation</summary>
    /// <remarks>
    /// Absent fields stay as they are; <c>null</c> clears a field. Changing the email address sends the invitation
    /// to the new address, and the old link stops working.
    /// </remarks>
    [RefusesDetails]
    [Refuses("invitation_used", "invitation_revoked", "invitation_expired")]
    public static async Task<Versioned<InvitationResponse>> UpdateInvitationAsync(
        string company,
        RouteId id,
        Body<UpdateInvitationRequest> body,
        IfMatch match,
        Caller caller,
        IGrainFactory grains
    )
    {
        var command = body.Value.ToCommand() with { ExpectedVersion = match.Version };
        return Show(await caller.Company<ICompanyInvitationsGrain>(grains, company).UpdateInvitationAsync(caller.Actor, id, command));
    }

    /// <summary>Revoke an invitation</summary>
    /// <remarks>Its link stops working immediately. May be repeated.</remarks>
    [Refuses("invitation_used")]
    public static async Task<NoContent> RevokeInvitationAsync(string company, RouteId id, Caller caller, IGrainFactory grains)
    {
        await caller.Company<ICompanyInvitationsGrain>(grains, company).RevokeInvitationAsync(caller.Actor, id);
        return TypedResults.NoContent();
    }

    /// <summary>Resend an invitation</summary>
    /// <remarks>
    /// For pending and expired invitations. Sends a new link with the full lifetime; the old link stops working.
    /// </remarks>
    [Refuses(
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
    )]
    public static async Task<Versioned<InvitationResponse>> ResendInvitationAsync(
        string company,
        RouteId id,
        Caller caller,
        IGrainFactory grains
    ) => Show(await caller.Company<ICompanyInvitationsGrain>(grains, company).ResendInvitationAsync(caller.Actor, id));

    /// <summary>Create an invitation link</summary>
    /// <remarks>
    /// For pending invitations. Returns a link to pass on to the person yourself; it is shown only once. The mailed link
    /// keeps working, and creating another link replaces this one. Both expire together and work once between them.
    /// Somebody who joins by this link still has to verify their email address. Not available to API keys.
    /// </remarks>
    [Refuses(
        "invitation_used",
        "invitation_revoked",
        "invitation_expired",
        "email_domain_not_allowed",
        "rate_limited",
        "email_not_verified",
        "step_up_required"
    )]
    public static async Task<Ok<InvitationLinkResponse>> CreateInvitationLinkAsync(
        string company,
        RouteId id,
        Caller caller,
        IGrainFactory grains,
        PublicLinks links
    )
    {
        var link = await caller.Company<ICompanyInvitationsGrain>(grains, company).CreateInvitationLinkAsync(caller.Actor, id);
        return TypedResults.Ok(new InvitationLinkResponse(links.AcceptInvitation(link.Token), link.Invitation.ExpiresAt));
    }

    private static Versioned<InvitationResponse> Show(InvitationView invitation) =>
        Versioned.Ok(InvitationResponse.Of(invitation), invitation.Version);

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

/// <summary>The codes for details of an invitation that are refused.</summary>
internal sealed class RefusesDetailsAttribute()
    : RefusesAttribute(
        "email_invalid",
        "phone_invalid",
        "email_already_member",
        "email_already_invited",
        "email_domain_not_allowed",
        "phone_already_invited",
        "phone_in_use",
        "rate_limited",
        "email_not_verified",
        "step_up_required"
    );

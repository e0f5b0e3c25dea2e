using Kayse.WebHost.Http.Callers;
using Kayse.WebHost.Http.Clients;
using Kayse.WebHost.Http.Json;
using Kayse.WebHost.Http.OpenApi;
using Kayse.WebHost.Http.RateLimits;
using Kayse.WebHost.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kayse.WebHost.Invitations;

/// <summary>
/// What the holder of an invitation's token can do. All by POST: mail scanners open links, and a token has no place in
/// a URL.
/// </summary>
internal static class InvitationTokenEndpoints
{
    public static void MapInvitationTokens(this RouteGroupBuilder api)
    {
        var invitations = api.MapGroup("/invitations")
            .WithTags("Invitations")
            .Refuses("not_found", "invitation_expired", "invitation_revoked", "invitation_used");
        invitations.MapPost("/lookup", LookUpInvitationAsync).Allows(Who.Anyone, limit: RateLimitKind.InvitationTokensPerCaller);
        invitations
            .MapPost("/accept", AcceptInvitationAsync)
            .Allows(Who.AnyoneOrSignedIn, limit: RateLimitKind.InvitationTokensPerCaller);
        invitations.MapPost("/decline", DeclineInvitationAsync).Allows(Who.Anyone, limit: RateLimitKind.InvitationTokensPerCaller);
    }

    /// <summary>Look up an invitation</summary>
    /// <remarks>For the holder of its token. Changes nothing.</remarks>
    public static async Task<Ok<InvitationPreviewResponse>> LookUpInvitationAsync(
        Body<InvitationTokenRequest> body,
        InvitationLinkFlow flow
    )
    {
        var (preview, ownerId) = await flow.LookUpAsync(body.Value.Token, callerId: null);
        return TypedResults.Ok(
            new InvitationPreviewResponse(
                preview.CompanyName,
                preview.Email,
                preview.FullName,
                preview.Role,
                preview.InvitedBy,
                preview.ExpiresAt,
                AccountExists: ownerId is not null
            )
        );
    }

    /// <summary>Accept an invitation</summary>
    /// <remarks>
    /// New people choose a password and may correct their name and phone number. If an account with the invited
    /// address exists but never verified it, the new person takes it over.
    ///
    /// People with an account use their session or give their password. If they have a second factor, the response
    /// is <c>two_factor_required</c>, and they are already members. The same goes for <c>sso_required</c>: the company
    /// has them sign in by single sign-on. A session that began with another company's single sign-on doesn't count.
    /// </remarks>
    [Refuses(
        "invalid_credentials",
        "account_locked",
        "password_change_required",
        "password_too_weak",
        "phone_invalid",
        "phone_in_use",
        "company_limit_reached",
        "sso_required"
    )]
    public static async Task<Ok<SignInResponse>> AcceptInvitationAsync(
        Body<AcceptInvitationRequest> body,
        AcceptInvitationFlow flow,
        Caller? caller,
        HttpContext context,
        CancellationToken ct
    )
    {
        var begun = await flow.AcceptAsync(body.Value.ToCommand(), caller, ClientDevices.Of(context), ct);
        if (begun.SignedIn is { } signedIn)
            SessionCookie.Set(context, signedIn.Session);
        return TypedResults.Ok(SignInResponse.Of(begun));
    }

    /// <summary>Decline an invitation</summary>
    /// <remarks>For the holder of its token.</remarks>
    public static async Task<NoContent> DeclineInvitationAsync(
        Body<InvitationTokenRequest> body,
        InvitationLinkFlow flow,
        HttpContext context
    )
    {
        await flow.DeclineAsync(body.Value.Token, RemoteAddress.Of(context));
        return TypedResults.NoContent();
    }
}

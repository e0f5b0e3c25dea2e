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
    private static readonly string[] _refusedTokens = ["not_found", "invitation_expired", "invitation_revoked", "invitation_used"];

    public static void MapInvitationTokens(this RouteGroupBuilder api)
    {
        var invitations = api.MapGroup("/invitations").WithTags("Invitations").Refuses(_refusedTokens);
        invitations
            .MapPost("/lookup", LookUpAsync)
            .AllowsAccess(AccessKind.Anyone, RateLimitKind.InvitationTokensPerCaller)
            .Documents("LookUpInvitation", "See an invitation", "For the holder of its token. Changes nothing.");
        invitations
            .MapPost("/accept", AcceptAsync)
            .AllowsAccess(AccessKind.AnyoneOrSignedIn, RateLimitKind.InvitationTokensPerCaller)
            .Documents(
                "AcceptInvitation",
                "Accept an invitation",
                "Somebody new chooses a password and may correct name and phone number; so does who finds an account with their address that never verified it, which they take over. Who has an account calls with its session, or gives its password: with a second factor they are then answered `two_factor_required`, as members already."
            )
            .Refuses(
                "invalid_credentials",
                "account_locked",
                "password_change_required",
                "password_too_weak",
                "phone_invalid",
                "phone_in_use",
                "company_limit_reached"
            );
        invitations
            .MapPost("/decline", DeclineAsync)
            .AllowsAccess(AccessKind.Anyone, RateLimitKind.InvitationTokensPerCaller)
            .Documents("DeclineInvitation", "Decline an invitation", "For the holder of its token.");
    }

    private static async Task<Ok<InvitationPreviewAnswer>> LookUpAsync(Body<InvitationTokenRequest> body, InvitationLinkFlow flow)
    {
        var (preview, ownerId) = await flow.LookUpAsync(body.Value.Token, callerId: null);
        return TypedResults.Ok(
            new InvitationPreviewAnswer(
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

    private static async Task<Ok<SignInAnswer>> AcceptAsync(
        Body<AcceptInvitationRequest> body,
        AcceptInvitationFlow flow,
        Caller? caller,
        HttpContext context,
        CancellationToken ct
    )
    {
        var begun = await flow.AcceptAsync(body.Value, caller, ClientDevices.Of(context), ct);
        if (begun.SignedIn is { } signedIn)
            SessionCookie.Set(context, signedIn.Session);
        return TypedResults.Ok(SignInAnswer.Of(begun));
    }

    private static async Task<NoContent> DeclineAsync(Body<InvitationTokenRequest> body, InvitationLinkFlow flow, HttpContext context)
    {
        await flow.DeclineAsync(body.Value.Token, RemoteAddress.Of(context));
        return TypedResults.NoContent();
    }
}

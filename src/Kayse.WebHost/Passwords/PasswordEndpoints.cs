using Kayse.WebHost.Http.Callers;
using Kayse.WebHost.Http.Clients;
using Kayse.WebHost.Http.Json;
using Kayse.WebHost.Http.OpenApi;
using Kayse.WebHost.Http.RateLimits;
using Kayse.WebHost.Sessions;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kayse.WebHost.Passwords;

internal static class PasswordEndpoints
{
    public static void MapPasswords(this RouteGroupBuilder api)
    {
        api.MapPost("/me/password", ChangeMyPasswordAsync)
            .Allows(
                Who.SignedIn,
                limit: RateLimitKind.PasswordChangesPerUser,
                restricted: ServesRestrictedSessions.Any,
                account: AccountWide.Always
            );
        var auth = api.MapGroup("/auth").WithTags("Sign-up and sign-in");
        auth.MapPost("/forgot-password", ForgotPasswordAsync).Allows(Who.Anyone, limit: RateLimitKind.PasswordResetsPerCaller);
        auth.MapPost("/reset-password", ResetPasswordAsync).Allows(Who.Anyone, limit: RateLimitKind.PasswordResetsPerCaller);
        auth.MapPost("/not-me", SayThatItWasNotMeAsync).Allows(Who.Anyone, limit: RateLimitKind.PasswordResetsPerCaller);
    }

    /// <summary>Change your password</summary>
    /// <remarks>
    /// Ends all your other sessions and replaces the token of this one. The response is 204 if this session ended
    /// in the meantime.
    /// </remarks>
    [Tags("Me")]
    [Refuses("invalid_credentials", "account_locked", "password_expired", "password_too_weak", "password_reused")]
    public static async Task<Results<Ok<RenewedSessionResponse>, NoContent>> ChangeMyPasswordAsync(
        Body<ChangePasswordRequest> body,
        Caller caller,
        PasswordFlow flow,
        HttpContext context,
        CancellationToken ct
    )
    {
        if (await flow.ChangeAsync(caller, body.Value.CurrentPassword, body.Value.NewPassword, ct) is { } renewed)
        {
            SessionCookie.Replace(context, renewed);
            return TypedResults.Ok(RenewedSessionResponse.Of(renewed));
        }

        SessionCookie.Clear(context);
        return TypedResults.NoContent();
    }

    /// <summary>Request a password reset</summary>
    /// <remarks>
    /// Sends a reset link if an account has this address. The response and its timing are the same either way.
    /// </remarks>
    public static async Task<Accepted> ForgotPasswordAsync(
        Body<ForgotPasswordRequest> body,
        ForgottenPasswordFlow flow,
        CancellationToken ct
    )
    {
        await flow.AskAsync(body.Value.Email, ct);
        return TypedResults.Accepted((string?)null);
    }

    /// <summary>Reset a password</summary>
    /// <remarks>
    /// The link works once, for 60 minutes, and only the latest one is valid. Ends all sessions of the person and,
    /// on request, revokes their API keys. Does not sign the person in.
    /// </remarks>
    [Refuses("not_found", "password_reset_expired", "password_too_weak", "password_reused")]
    public static async Task<NoContent> ResetPasswordAsync(
        Body<ResetPasswordRequest> body,
        PasswordFlow flow,
        HttpContext context,
        CancellationToken ct
    )
    {
        await flow.ResetAsync(body.Value.Token, body.Value.NewPassword, body.Value.RevokeApiKeys, RemoteAddress.Of(context), ct);
        return TypedResults.NoContent();
    }

    /// <summary>Report an action as not yours</summary>
    /// <remarks>
    /// Uses the link in a security notice about a lock, a new device or a change to the account, which is valid for
    /// 7 days. Ends all sessions, removes all trusted devices, invalidates the password and sends a reset link.
    /// Repeating the request with a used link has no effect.
    /// </remarks>
    [Refuses("not_found")]
    public static async Task<NoContent> SayThatItWasNotMeAsync(Body<NotMeRequest> body, PasswordFlow flow)
    {
        await flow.DisownAsync(body.Value.Token);
        return TypedResults.NoContent();
    }
}

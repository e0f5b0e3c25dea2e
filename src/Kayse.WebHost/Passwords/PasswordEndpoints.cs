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
        api.MapPost("/me/password", ChangeAsync)
            .WithTags("Me")
            .AllowsAccess(AccessKind.SignedIn, RateLimitKind.PasswordChangesPerUser)
            .ServesRestricted()
            .Documents(
                "ChangeMyPassword",
                "Change the password",
                "Ends every other session, and replaces the token of the one that makes the request. 204 when that one ended meanwhile."
            )
            .Refuses("invalid_credentials", "account_locked", "password_too_weak", "password_reused");
        var auth = api.MapGroup("/auth").WithTags("Sign-up and sign-in");
        auth.MapPost("/forgot-password", ForgotAsync)
            .AllowsAccess(AccessKind.Anyone, RateLimitKind.PasswordResetsPerCaller)
            .Documents(
                "ForgotPassword",
                "Ask for a link to choose a new password",
                "Mails it to the address, if that has an account. The answer is the same, and comes at the same time, if it has none."
            );
        auth.MapPost("/reset-password", ResetAsync)
            .AllowsAccess(AccessKind.Anyone, RateLimitKind.PasswordResetsPerCaller)
            .Documents(
                "ResetPassword",
                "Choose a new password with a link",
                "The link works once, for 60 minutes, and only the latest does. Ends every session of the person, and revokes their API keys when asked to; signs nobody in."
            )
            .Refuses("not_found", "password_reset_expired", "password_too_weak", "password_reused");
        auth.MapPost("/not-me", NotMeAsync)
            .AllowsAccess(AccessKind.Anyone, RateLimitKind.PasswordResetsPerCaller)
            .Documents(
                "SayThatItWasNotMe",
                "Say that it wasn't oneself",
                "Uses the link of a notice (of a lock, a new device, a change to the account), which works for 7 days: ends every session and every trusted device, makes the password useless, and mails a link to choose another. "
                    + "May be repeated: a link that was used does nothing more."
            )
            .Refuses("not_found");
    }

    private static async Task<Results<Ok<RenewedSessionAnswer>, NoContent>> ChangeAsync(
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
            return TypedResults.Ok(RenewedSessionAnswer.Of(renewed));
        }

        SessionCookie.Clear(context);
        return TypedResults.NoContent();
    }

    private static async Task<Accepted> ForgotAsync(Body<ForgotPasswordRequest> body, ForgottenPasswordFlow flow, CancellationToken ct)
    {
        await flow.AskAsync(body.Value.Email, ct);
        return TypedResults.Accepted((string?)null);
    }

    private static async Task<NoContent> ResetAsync(
        Body<ResetPasswordRequest> body,
        PasswordFlow flow,
        HttpContext context,
        CancellationToken ct
    )
    {
        await flow.ResetAsync(body.Value.Token, body.Value.NewPassword, body.Value.RevokeApiKeys, RemoteAddress.Of(context), ct);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> NotMeAsync(Body<NotMeRequest> body, PasswordFlow flow)
    {
        await flow.DisownAsync(body.Value.Token);
        return TypedResults.NoContent();
    }
}

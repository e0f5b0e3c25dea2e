using Kayse.WebHost.Http.Callers;
using Kayse.WebHost.Http.Clients;
using Kayse.WebHost.Http.Json;
using Kayse.WebHost.Http.OpenApi;
using Kayse.WebHost.Http.RateLimits;
using Kayse.WebHost.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kayse.WebHost.TwoFactor;

internal static class TwoFactorSignInEndpoints
{
    public static void MapTwoFactorSignIn(this RouteGroupBuilder api) =>
        api.MapPost("/auth/two-factor", SignInAsync)
            .WithTags("Sign-up and sign-in")
            .AllowsAccess(AccessKind.Anyone, RateLimitKind.SignInPerCaller)
            .Documents(
                "CompleteSignIn",
                "Complete a sign-in with a code",
                """
                For who was answered `two_factor_required`: the ticket is good for 5 minutes and 5 wrong codes. The code is the app's, which works once, or a backup code; when one of those was used,
                `backupCodesLeft` says how many are left. With `trustDevice` the answer has a `deviceToken`, unless a company of theirs forbids it: signing in with that takes no code for 30 days.
                """
            )
            .Refuses("two_factor_invalid", "two_factor_ticket_expired", "invalid_credentials", "account_locked");

    private static async Task<Ok<SignInAnswer>> SignInAsync(Body<CompleteSignInRequest> body, TwoFactorFlow flow, HttpContext context)
    {
        var signedIn = await flow.SignInAsync(
            body.Value.Ticket,
            body.Value.Code,
            ClientDevices.Of(context),
            body.Value.TrustDevice ?? false
        );
        SessionCookie.Set(context, signedIn.Session, signedIn.RememberedUntil);
        DeviceCookie.Set(context, signedIn.DeviceToken);
        return TypedResults.Ok(SignInAnswer.Of(signedIn));
    }
}

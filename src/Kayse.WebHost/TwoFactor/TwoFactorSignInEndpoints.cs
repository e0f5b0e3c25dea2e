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
    public static void MapTwoFactorSignIn(this RouteGroupBuilder api)
    {
        api.MapPost("/auth/two-factor", CompleteSignInAsync).Allows(Who.Anyone, limit: RateLimitKind.SignInPerCaller);
    }

    /// <summary>Complete a sign-in with a second factor</summary>
    /// <remarks>
    /// Follows a sign-in with the status <c>two_factor_required</c>. The ticket is valid for 5 minutes and allows 5
    /// wrong codes. The code comes from the authenticator app and can be used once, or is a backup code;
    /// <c>backupCodesLeft</c> is present when a backup code was used.
    ///
    /// With <c>trustDevice</c>, the response has a <c>deviceToken</c> that skips the code on this device for 30
    /// days, unless one of the person's companies does not allow trusted devices.
    /// </remarks>
    [Tags("Sign-up and sign-in")]
    [Refuses("two_factor_invalid", "two_factor_ticket_expired", "invalid_credentials", "account_locked")]
    public static async Task<Ok<SignInResponse>> CompleteSignInAsync(
        Body<CompleteSignInRequest> body,
        TwoFactorFlow flow,
        HttpContext context
    )
    {
        var signedIn = await flow.SignInAsync(
            body.Value.Ticket,
            body.Value.Code,
            ClientDevices.Of(context),
            body.Value.TrustDevice ?? false
        );
        SessionCookie.Set(context, signedIn.Session, signedIn.RememberedUntil);
        DeviceCookie.Set(context, signedIn.DeviceToken);
        return TypedResults.Ok(SignInResponse.Of(signedIn));
    }
}

using Kayse.Grains.Errors;
using Kayse.WebHost.Http.Callers;
using Kayse.WebHost.Http.Clients;
using Kayse.WebHost.Http.Json;
using Kayse.WebHost.Http.OpenApi;
using Kayse.WebHost.Http.Problems;
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
    /// <c>backupCodesLeft</c> is present when a backup code was used. A passkey can replace the code.
    ///
    /// With <c>trustDevice</c>, the response has a <c>deviceToken</c> that skips the code on this device for 30
    /// days, unless one of the person's companies does not allow trusted devices.
    /// </remarks>
    [Tags("Sign-up and sign-in")]
    [Refuses(
        "two_factor_invalid",
        "passkey_invalid",
        "two_factor_ticket_expired",
        "invalid_credentials",
        "account_locked",
        "sso_required"
    )]
    public static async Task<Ok<SignInResponse>> CompleteSignInAsync(
        Body<CompleteSignInRequest> body,
        TwoFactorFlow flow,
        HttpContext context
    )
    {
        var (request, device) = (body.Value, ClientDevices.Of(context));
        var trustDevice = request.TrustDevice ?? false;
        var signedIn = (request.Passkey, request.Code) switch
        {
            ({ } passkey, _) => await flow.SignInAsync(request.Ticket, passkey.Read("passkey"), device, trustDevice),
            (_, { } code) => await flow.SignInAsync(request.Ticket, code, device, trustDevice),
            _ => throw new RefusedException(HttpErrors.Field("code", "This is required.")),
        };
        SessionCookie.Set(context, signedIn.Session, signedIn.RememberedUntil);
        DeviceCookie.Set(context, signedIn.DeviceToken);
        return TypedResults.Ok(SignInResponse.Of(signedIn));
    }
}

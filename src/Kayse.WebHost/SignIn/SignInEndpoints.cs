using Kayse.Grains.Sessions;
using Kayse.WebHost.Http.Callers;
using Kayse.WebHost.Http.Clients;
using Kayse.WebHost.Http.Json;
using Kayse.WebHost.Http.OpenApi;
using Kayse.WebHost.Http.RateLimits;
using Kayse.WebHost.Sessions;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kayse.WebHost.SignIn;

internal static class SignInEndpoints
{
    public static void MapSignIn(this RouteGroupBuilder api)
    {
        var auth = api.MapGroup("/auth").WithTags("Sign-up and sign-in");
        auth.MapPost("/sign-in", SignInAsync).Allows(Who.Anyone, limit: RateLimitKind.SignInPerCaller);
        auth.MapPost("/step-up", StepUpAsync)
            .Allows(Who.SignedIn, limit: RateLimitKind.StepUpsPerUser, restricted: new(SessionRestriction.TwoFactorSetup));
        auth.MapPost("/sign-out", SignOutAsync)
            .Allows(Who.SignedIn, restricted: ServesRestrictedSessions.Any, scoped: ServesScopedSessions.Any);
    }

    /// <summary>Sign in</summary>
    /// <remarks>
    /// Signs in with an email address and a password. Unknown addresses and wrong passwords get the same response
    /// after the same time.
    ///
    /// A password that an admin set works for 7 days, unless the person replaces it; then it is refused with
    /// <c>password_expired</c>.
    ///
    /// <c>sso_required</c> says that the password is right, and that every company of the person has them sign in by
    /// single sign-on: see <c>GET /auth/sso</c>.
    ///
    /// A person with a second factor gets <c>two_factor_required</c> and continues with <c>POST
    /// /auth/two-factor</c>, unless the device is trusted.
    /// </remarks>
    [Refuses("invalid_credentials", "account_locked", "password_expired", "sso_required")]
    public static async Task<Ok<SignInResponse>> SignInAsync(
        Body<SignInRequest> body,
        SignInFlow flow,
        HttpContext context,
        CancellationToken ct
    )
    {
        var request = body.Value;
        var begun = await flow.SignInAsync(
            request.Email,
            request.Password,
            request.RememberMe ?? false,
            ClientDevices.Of(context),
            request.DeviceToken ?? DeviceCookie.Read(context.Request),
            ct
        );
        if (begun.SignedIn is { } signedIn)
            SessionCookie.Set(context, signedIn.Session, signedIn.RememberedUntil);
        return TypedResults.Ok(SignInResponse.Of(begun));
    }

    /// <summary>Confirm your identity</summary>
    /// <remarks>
    /// Required before sensitive actions if it was not done in the last 15 minutes. People with a second factor
    /// give a code or use a passkey, others give their password or use a passkey. Replaces the token of the session.
    /// </remarks>
    [Refuses("invalid_credentials", "two_factor_invalid", "passkey_invalid", "account_locked", "sso_step_up_required")]
    public static async Task<Ok<RenewedSessionResponse>> StepUpAsync(
        Body<StepUpRequest> body,
        Caller caller,
        StepUpFlow flow,
        HttpContext context,
        CancellationToken ct
    )
    {
        var (request, device) = (body.Value, ClientDevices.Of(context));
        var renewed = request.Passkey is { } passkey
            ? await flow.ProveAsync(caller, passkey.Read("passkey"), device)
            : await flow.ProveAsync(caller, request.Password, request.Code, device, ct);
        SessionCookie.Replace(context, renewed);
        return TypedResults.Ok(RenewedSessionResponse.Of(renewed));
    }

    /// <summary>Sign out</summary>
    /// <remarks>
    /// Ends the current session. Using its token afterwards is refused with <c>session_ended</c>.
    /// </remarks>
    public static async Task<NoContent> SignOutAsync(Caller caller, IGrainFactory grains, HttpContext context)
    {
        await SignOutFlow.SignOutAsync(caller, grains, context);
        return TypedResults.NoContent();
    }
}

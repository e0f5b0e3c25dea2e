using Kayse.Grains.Passkeys;
using Kayse.Grains.Sessions;
using Kayse.WebHost.Http.Callers;
using Kayse.WebHost.Http.Clients;
using Kayse.WebHost.Http.Json;
using Kayse.WebHost.Http.OpenApi;
using Kayse.WebHost.Http.RateLimits;
using Kayse.WebHost.Passkeys;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kayse.WebHost.SignIn;

internal static class PasskeySignInEndpoints
{
    public static void MapPasskeySignIn(this RouteGroupBuilder api)
    {
        var auth = api.MapGroup("/auth").WithTags("Sign-up and sign-in");
        auth.MapPost("/passkey/options", GetPasskeySignInOptions).Allows(Who.Anyone, limit: RateLimitKind.SignInPerCaller);
        auth.MapPost("/passkey", SignInWithPasskeyAsync).Allows(Who.Anyone, limit: RateLimitKind.SignInPerCaller);
        auth.MapPost("/two-factor/passkey-options", GetSecondFactorPasskeyOptionsAsync)
            .Allows(Who.Anyone, limit: RateLimitKind.SignInPerCaller);
        auth.MapPost("/step-up/passkey-options", GetStepUpPasskeyOptionsAsync)
            .Allows(Who.SignedIn, restricted: new(SessionRestriction.TwoFactorSetup));
    }

    /// <summary>Get options to sign in with a passkey</summary>
    /// <remarks>
    /// The options are for <c>navigator.credentials.get()</c> and the same for everybody: the browser finds the
    /// passkeys for this site. The challenge is valid for 5 minutes and can be used once.
    /// </remarks>
    public static Ok<PasskeyRequestOptions> GetPasskeySignInOptions(PasskeyOptions options) => TypedResults.Ok(options.ForSignIn());

    /// <summary>Sign in with a passkey</summary>
    /// <remarks>
    /// Takes the result of <c>navigator.credentials.get()</c>. The authenticator must have verified the person by
    /// fingerprint, face or PIN; then no other factor is needed.
    ///
    /// <c>passkey_unknown</c> says that no account has the passkey, so that browsers can stop offering it.
    /// </remarks>
    [Refuses("passkey_invalid", "passkey_unknown", "invalid_credentials", "account_locked", "sso_required")]
    public static async Task<Ok<SignInResponse>> SignInWithPasskeyAsync(
        Body<PasskeySignInRequest> body,
        PasskeySignInFlow flow,
        HttpContext context
    )
    {
        var assertion = body.Value.Response.Read("response");
        var signedIn = await flow.SignInAsync(assertion, body.Value.RememberMe ?? false, ClientDevices.Of(context));
        SessionCookie.Set(context, signedIn.Session, signedIn.RememberedUntil);
        return TypedResults.Ok(SignInResponse.Of(signedIn));
    }

    /// <summary>Get options to complete a sign-in with a passkey</summary>
    /// <remarks>Then send the result of <c>navigator.credentials.get()</c> to <c>POST /auth/two-factor</c>.</remarks>
    [Refuses("two_factor_ticket_expired")]
    public static async Task<Ok<PasskeyRequestOptions>> GetSecondFactorPasskeyOptionsAsync(
        Body<TicketRequest> body,
        PasskeySignInFlow flow,
        PasskeyOptions options
    ) => TypedResults.Ok(options.Of((await flow.BeginSecondFactorAsync(body.Value.Ticket)).Request));

    /// <summary>Get options to confirm your identity with a passkey</summary>
    /// <remarks>Then send the result of <c>navigator.credentials.get()</c> to <c>POST /auth/step-up</c>.</remarks>
    public static async Task<Ok<PasskeyRequestOptions>> GetStepUpPasskeyOptionsAsync(
        Caller caller,
        IGrainFactory grains,
        PasskeyOptions options
    ) => TypedResults.Ok(options.Of(await caller.User<IPasskeysGrain>(grains).BeginStepUpAsync(caller.SessionId)));
}

using Kayse.Grains.Errors;
using Kayse.Grains.Sessions;
using Kayse.WebHost.Http.Callers;
using Kayse.WebHost.Http.Clients;
using Kayse.WebHost.Http.Json;
using Kayse.WebHost.Http.OpenApi;
using Kayse.WebHost.Http.RateLimits;
using Kayse.WebHost.Passwords;
using Kayse.WebHost.Sessions;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kayse.WebHost.SignIn;

internal static class SignInEndpoints
{
    public static void MapSignIn(this RouteGroupBuilder api)
    {
        var auth = api.MapGroup("/auth").WithTags("Sign-up and sign-in");
        auth.MapPost("/sign-in", SignInAsync)
            .AllowsAccess(AccessKind.Anyone, RateLimitKind.SignInPerCaller)
            .Documents(
                "SignIn",
                "Sign in with email address and password",
                """
                The answer is the same, and takes as long, for an unknown address and for a wrong password. Who has a second factor is answered `two_factor_required`, and goes on with
                `POST /auth/two-factor`, unless the device is trusted.
                """
            )
            .Refuses("invalid_credentials", "account_locked");
        auth.MapPost("/step-up", StepUpAsync)
            .AllowsAccess(AccessKind.SignedIn, RateLimitKind.StepUpsPerUser)
            .ServesRestricted(SessionRestriction.TwoFactorSetup)
            .Documents(
                "StepUp",
                "Prove once more who one is",
                """
                What is asked for before sensitive acts, unless it was less than 15 minutes ago: a code of who has a second factor, the password of others. Replaces the token of the session.
                """
            )
            .Refuses("invalid_credentials", "two_factor_invalid", "account_locked");
        auth.MapPost("/sign-out", SignOutAsync)
            .AllowsAccess(AccessKind.SignedIn)
            .ServesRestricted()
            .Documents(
                "SignOut",
                "Sign out",
                "Ends the session that makes the request; the next use of its token is refused with `session_ended`."
            );
    }

    private static async Task<Ok<SignInAnswer>> SignInAsync(
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
        return TypedResults.Ok(SignInAnswer.Of(begun));
    }

    private static async Task<Ok<RenewedSessionAnswer>> StepUpAsync(
        Body<StepUpRequest> body,
        Caller caller,
        StepUpFlow flow,
        HttpContext context,
        CancellationToken ct
    )
    {
        var renewed = await flow.ProveAsync(caller, body.Value.Password, body.Value.Code, ClientDevices.Of(context), ct);
        SessionCookie.Replace(context, renewed);
        return TypedResults.Ok(RenewedSessionAnswer.Of(renewed));
    }

    private static async Task<NoContent> SignOutAsync(Caller caller, IGrainFactory grains, HttpContext context)
    {
        await SignOutFlow.SignOutAsync(caller, grains, context);
        return TypedResults.NoContent();
    }
}

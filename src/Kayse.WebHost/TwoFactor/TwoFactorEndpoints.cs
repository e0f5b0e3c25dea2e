using Kayse.Grains.Sessions;
using Kayse.WebHost.Http.Callers;
using Kayse.WebHost.Http.Clients;
using Kayse.WebHost.Http.Json;
using Kayse.WebHost.Http.OpenApi;
using Kayse.WebHost.Http.RateLimits;
using Kayse.WebHost.Passwords;
using Kayse.WebHost.Sessions;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kayse.WebHost.TwoFactor;

internal static class TwoFactorEndpoints
{
    public static void MapTwoFactor(this RouteGroupBuilder api)
    {
        var me = api.MapGroup("/me/two-factor").WithTags("Me");
        me.MapGet("", GetAsync)
            .AllowsAccess(AccessKind.SignedIn)
            .ServesRestricted(SessionRestriction.TwoFactorSetup)
            .Documents(
                "GetMyTwoFactor",
                "How it stands with the second factor",
                "Whether it is on, how many backup codes are left, and from when on a company of the person's requires it."
            );
        me.MapPost("/setup", SetUpAsync)
            .AllowsAccess(AccessKind.SignedIn, RateLimitKind.TwoFactorChangesPerUser)
            .ServesRestricted(SessionRestriction.TwoFactorSetup)
            .NeedsStepUp()
            .Documents(
                "SetUpMyTwoFactor",
                "Make a secret for an authenticator app",
                "It changes nothing until `enable` is called with a code of it, within 30 minutes. Called again it makes another one."
            )
            .Refuses("two_factor_already_enabled");
        me.MapPost("/enable", EnableAsync)
            .AllowsAccess(AccessKind.SignedIn, RateLimitKind.TwoFactorChangesPerUser)
            .ServesRestricted(SessionRestriction.TwoFactorSetup)
            .NeedsStepUp()
            .Documents(
                "EnableMyTwoFactor",
                "Turn the second factor on",
                "With a code of the secret that was set up last. Answers the backup codes, here only. Ends every other session, and replaces the token of the one that makes the request."
            )
            .Refuses("two_factor_already_enabled", "two_factor_not_set_up", "two_factor_invalid");
        me.MapPost("/disable", DisableAsync)
            .AllowsAccess(AccessKind.SignedIn, RateLimitKind.TwoFactorChangesPerUser)
            .Documents(
                "DisableMyTwoFactor",
                "Turn the second factor off",
                "With the password and a code. Ends every other session, and replaces the token of the one that makes the request; 204 when that one ended meanwhile. Not while a company requires it."
            )
            .Refuses("two_factor_not_enabled", "invalid_credentials", "two_factor_invalid", "account_locked", "rate_limited");
        me.MapPost("/backup-codes", RenewBackupCodesAsync)
            .AllowsAccess(AccessKind.SignedIn, RateLimitKind.TwoFactorChangesPerUser)
            .NeedsStepUp()
            .Documents("RenewMyBackupCodes", "Make new backup codes", "Those from before work no more. They are answered here only.")
            .Refuses("two_factor_not_enabled");
    }

    private static async Task<Ok<TwoFactorAnswer>> GetAsync(Caller caller, IGrainFactory grains) =>
        TypedResults.Ok(TwoFactorAnswer.Of(await caller.User(grains).GetTwoFactorAsync()));

    private static async Task<Ok<TwoFactorSetupAnswer>> SetUpAsync(Caller caller, TwoFactorFlow flow)
    {
        var (setup, qrCode) = await flow.SetUpAsync(caller);
        return TypedResults.Ok(new TwoFactorSetupAnswer(setup.Secret, setup.OtpAuthUri, qrCode, setup.ExpiresAt));
    }

    private static async Task<Ok<TwoFactorEnabledAnswer>> EnableAsync(
        Body<EnableTwoFactorRequest> body,
        Caller caller,
        TwoFactorFlow flow,
        HttpContext context
    )
    {
        var enabled = await flow.EnableAsync(caller, body.Value.Code);
        SessionCookie.ReplaceOrClear(context, enabled.Session);
        return TypedResults.Ok(TwoFactorEnabledAnswer.Of(enabled));
    }

    private static async Task<Results<Ok<RenewedSessionAnswer>, NoContent>> DisableAsync(
        Body<DisableTwoFactorRequest> body,
        Caller caller,
        TwoFactorFlow flow,
        HttpContext context,
        CancellationToken ct
    )
    {
        var renewed = await flow.DisableAsync(caller, body.Value.Password, body.Value.Code, ClientDevices.Of(context), ct);
        SessionCookie.ReplaceOrClear(context, renewed);
        return renewed is null ? TypedResults.NoContent() : TypedResults.Ok(RenewedSessionAnswer.Of(renewed));
    }

    private static async Task<Ok<BackupCodesAnswer>> RenewBackupCodesAsync(Caller caller, IGrainFactory grains) =>
        TypedResults.Ok(new BackupCodesAnswer(await caller.User(grains).RenewBackupCodesAsync()));
}

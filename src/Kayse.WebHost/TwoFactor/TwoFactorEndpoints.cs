using Kayse.Grains.Errors;
using Kayse.Grains.Sessions;
using Kayse.Grains.TwoFactor;
using Kayse.WebHost.Http.Callers;
using Kayse.WebHost.Http.Clients;
using Kayse.WebHost.Http.Json;
using Kayse.WebHost.Http.OpenApi;
using Kayse.WebHost.Http.RateLimits;
using Kayse.WebHost.Sessions;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kayse.WebHost.TwoFactor;

internal static class TwoFactorEndpoints
{
    public static void MapTwoFactor(this RouteGroupBuilder api)
    {
        var me = api.MapGroup("/me/two-factor").WithTags("Two-factor authentication");
        me.MapGet("", GetMyTwoFactorAsync).Allows(Who.SignedIn, restricted: new(SessionRestriction.TwoFactorSetup));
        me.MapPost("/setup", SetUpMyTwoFactorAsync)
            .Allows(
                Who.SignedIn,
                limit: RateLimitKind.TwoFactorChangesPerUser,
                stepUp: StepUpNeeded.OfEverybody,
                restricted: new(SessionRestriction.TwoFactorSetup),
                account: AccountWide.Always
            );
        me.MapPost("/enable", EnableMyTwoFactorAsync)
            .Allows(
                Who.SignedIn,
                limit: RateLimitKind.TwoFactorChangesPerUser,
                stepUp: StepUpNeeded.OfEverybody,
                restricted: new(SessionRestriction.TwoFactorSetup),
                account: AccountWide.Always
            );
        me.MapPost("/disable", DisableMyTwoFactorAsync)
            .Allows(Who.SignedIn, limit: RateLimitKind.TwoFactorChangesPerUser, account: AccountWide.Always);
        me.MapDelete("/reset", CancelMyTwoFactorResetAsync).Allows(Who.SignedIn, restricted: new(SessionRestriction.TwoFactorSetup));
        me.MapPost("/backup-codes", RenewMyBackupCodesAsync)
            .Allows(
                Who.SignedIn,
                limit: RateLimitKind.TwoFactorChangesPerUser,
                stepUp: StepUpNeeded.OfEverybody,
                account: AccountWide.Always
            );
    }

    /// <summary>Get the state of your second factor</summary>
    /// <remarks>
    /// Returns whether it is on, how many backup codes are left, and from when one of your companies requires it.
    /// </remarks>
    public static async Task<Ok<TwoFactorResponse>> GetMyTwoFactorAsync(Caller caller, IGrainFactory grains) =>
        TypedResults.Ok(TwoFactorResponse.Of(await caller.User<ITwoFactorGrain>(grains).GetTwoFactorAsync()));

    /// <summary>Set up an authenticator app</summary>
    /// <remarks>
    /// Returns a new secret. Nothing changes until you call <c>enable</c> with a code within 30 minutes. Calling
    /// this again returns another secret.
    /// </remarks>
    [Refuses("two_factor_already_enabled")]
    public static async Task<Ok<TwoFactorSetupResponse>> SetUpMyTwoFactorAsync(Caller caller, TwoFactorFlow flow)
    {
        var (setup, qrCode) = await flow.SetUpAsync(caller);
        return TypedResults.Ok(new TwoFactorSetupResponse(setup.Secret, setup.OtpAuthUri, qrCode, setup.ExpiresAt));
    }

    /// <summary>Turn on two-factor authentication</summary>
    /// <remarks>
    /// Takes a code generated from the latest secret. Returns the backup codes, which are not shown again. Ends all
    /// your other sessions and replaces the token of this one.
    /// </remarks>
    [Refuses("two_factor_already_enabled", "two_factor_not_set_up", "two_factor_invalid")]
    public static async Task<Ok<TwoFactorEnabledResponse>> EnableMyTwoFactorAsync(
        Body<EnableTwoFactorRequest> body,
        Caller caller,
        TwoFactorFlow flow,
        HttpContext context
    )
    {
        var enabled = await flow.EnableAsync(caller, body.Value.Code);
        SessionCookie.ReplaceOrClear(context, enabled.Session);
        return TypedResults.Ok(TwoFactorEnabledResponse.Of(enabled));
    }

    /// <summary>Turn off two-factor authentication</summary>
    /// <remarks>
    /// Takes your password and a code. Ends all your other sessions and replaces the token of this one; the
    /// response is 204 if this session ended in the meantime. Refused while one of your companies requires a second
    /// factor.
    /// </remarks>
    [Refuses("two_factor_not_enabled", "invalid_credentials", "two_factor_invalid", "account_locked", "rate_limited")]
    public static async Task<Results<Ok<RenewedSessionResponse>, NoContent>> DisableMyTwoFactorAsync(
        Body<DisableTwoFactorRequest> body,
        Caller caller,
        TwoFactorFlow flow,
        HttpContext context,
        CancellationToken ct
    )
    {
        var renewed = await flow.DisableAsync(caller, body.Value.Password, body.Value.Code, ClientDevices.Of(context), ct);
        SessionCookie.ReplaceOrClear(context, renewed);
        return renewed is null ? TypedResults.NoContent() : TypedResults.Ok(RenewedSessionResponse.Of(renewed));
    }

    /// <summary>Cancel the reset of your second factor</summary>
    /// <remarks>Which an admin asked for and that is still pending.</remarks>
    [Refuses("not_found")]
    public static async Task<NoContent> CancelMyTwoFactorResetAsync(Caller caller, IGrainFactory grains) =>
        await caller.User<ITwoFactorGrain>(grains).CancelTwoFactorResetAsync(byAdmin: false)
            ? TypedResults.NoContent()
            : throw new RefusedException(GeneralErrors.NotFound);

    /// <summary>Regenerate backup codes</summary>
    /// <remarks>Earlier backup codes stop working. The new ones are not shown again.</remarks>
    [Refuses("two_factor_not_enabled")]
    public static async Task<Ok<BackupCodesResponse>> RenewMyBackupCodesAsync(Caller caller, IGrainFactory grains) =>
        TypedResults.Ok(new BackupCodesResponse(await caller.User<ITwoFactorGrain>(grains).RenewBackupCodesAsync()));
}

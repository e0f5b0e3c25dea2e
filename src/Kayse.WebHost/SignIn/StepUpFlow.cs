using Kayse.Grains.Errors;
using Kayse.Grains.Passwords;
using Kayse.Grains.Sessions;
using Kayse.Grains.TwoFactor;
using Kayse.Grains.Users;
using Kayse.WebHost.Http.Callers;
using Kayse.WebHost.Http.Problems;

namespace Kayse.WebHost.SignIn;

/// <summary>
/// Has the person of a session prove once more who they are (SE-6), which counts for
/// <see cref="SessionProof.Lifetime"/>: by a code when they have a second factor, else by the password.
/// </summary>
internal sealed class StepUpFlow(IGrainFactory grains, PasswordHashing passwords, SignInGuard guard, TimeProvider clock)
{
    /// <summary>Whether the caller need not prove it again.</summary>
    public bool IsProved(Caller caller) => SessionProof.Counts(caller.ProvedAt, clock.GetUtcNow());

    /// <summary>Whether it takes a code; else it takes the password.</summary>
    public async Task<bool> TakesCodeAsync(Caller caller) =>
        await caller.User<ICredentialsGrain>(grains).GetCredentialAsync() is { HasSecondFactor: true };

    /// <summary>
    /// Answers the session with its new token. Refuses <c>invalid_credentials</c>, <c>two_factor_invalid</c>,
    /// <c>password_change_required</c> for a password that somebody else chose, <c>rate_limited</c> and
    /// <c>account_locked</c>; <c>validation_failed</c> where what it takes is missing.
    /// </summary>
    public async Task<RenewedSession> ProveAsync(Caller caller, string? password, string? code, ClientDevice device, CancellationToken ct)
    {
        var takesCode = await TakesCodeAsync(caller);
        if ((takesCode ? code : password) is not { } given)
            throw new RefusedException(HttpErrors.Field(takesCode ? "code" : "password", "This is required."));
        await using var attempt = await guard.AttemptAsync(caller, device);
        var version = takesCode ? null : await VerifyAsync(caller, given, attempt, ct);
        return await ProveAsync(caller, new StepUp(caller.SessionId, version) { Code = takesCode ? given : null }, attempt);
    }

    private async Task<RenewedSession> ProveAsync(Caller caller, StepUp command, GuardedAttempt attempt)
    {
        try
        {
            var renewed = await caller.User<ISessionsGrain>(grains).StepUpAsync(command);
            await attempt.SucceededAsync();
            return renewed;
        }
        catch (RefusedException refused) when (refused.Refusal == TwoFactorErrors.InvalidCode)
        {
            await attempt.FailedAsync(SignInFailure.TwoFactorInvalid);
            throw;
        }
    }

    private async Task<int?> VerifyAsync(Caller caller, string password, GuardedAttempt attempt, CancellationToken ct)
    {
        var credential = await caller.User<ICredentialsGrain>(grains).GetCredentialAsync();
        if (
            await passwords.VerifyAsync(credential?.PasswordHash, password, HashingCaller.Known(caller.Principal.UserId), ct)
            != PasswordMatch.None
        )
            return credential!.Version;
        await attempt.FailedAsync(SignInFailure.WrongPassword);
        throw new RefusedException(PasswordErrors.Wrong);
    }
}

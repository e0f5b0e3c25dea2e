using Kayse.Grains.Errors;
using Kayse.Grains.Passkeys;
using Kayse.Grains.Passwords;
using Kayse.Grains.Sessions;
using Kayse.Grains.Sso;
using Kayse.Grains.TwoFactor;
using Kayse.Grains.Users;
using Kayse.WebHost.Http.Callers;
using Kayse.WebHost.Http.Problems;

namespace Kayse.WebHost.SignIn;

/// <summary>
/// Has the person of a session prove once more who they are (SE-6), which counts for
/// <see cref="SessionProof.Lifetime"/>: by a passkey, by a code when they have an authenticator app, else by the
/// password.
/// </summary>
internal sealed class StepUpFlow(IGrainFactory grains, PasswordHashing passwords, SignInGuard guard, TimeProvider clock)
{
    /// <summary>Whether the caller need not prove it again.</summary>
    public bool IsProved(Caller caller) => SessionProof.Counts(caller.ProvedAt, clock.GetUtcNow());

    /// <summary>What it takes.</summary>
    public async Task<StepUpMethods> MethodsAsync(Caller caller)
    {
        if (caller.IsBySso)
            return new StepUpMethods(Password: false, Code: false, Passkey: false) { Sso = true };
        var credential = await caller.User<ICredentialsGrain>(grains).GetCredentialAsync();
        return credential is null
            ? new StepUpMethods(Password: true, Code: false, Passkey: false)
            : new StepUpMethods(
                Password: !credential.HasSecondFactor && !credential.OnlyPasskeysProve,
                Code: credential.HasSecondFactor,
                Passkey: credential.HasPasskeys
            );
    }

    /// <summary>Answers the session with its new token. Refuses <c>passkey_invalid</c>, and as below.</summary>
    public async Task<RenewedSession> ProveAsync(Caller caller, PasskeyAssertion passkey, ClientDevice device)
    {
        await using var attempt = await guard.AttemptAsync(caller, device);
        return await ProveAsync(caller, new StepUp(caller.SessionId, CredentialVersion: null) { Passkey = passkey }, attempt);
    }

    /// <summary>
    /// Answers the session with its new token. Refuses <c>invalid_credentials</c>, <c>two_factor_invalid</c>,
    /// <c>password_change_required</c> for a password that somebody else chose, <c>rate_limited</c> and
    /// <c>account_locked</c>; <c>validation_failed</c> where what it takes is missing.
    /// </summary>
    public async Task<RenewedSession> ProveAsync(Caller caller, string? password, string? code, ClientDevice device, CancellationToken ct)
    {
        var methods = await MethodsAsync(caller);
        var takesCode = methods.Code;
        if (methods.Sso)
            throw new RefusedException(SsoErrors.StepUpRequired);
        if (methods is { Password: false, Code: false })
            throw new RefusedException(HttpErrors.Field("passkey", "Your company requires a second factor. Use your passkey."));
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
        catch (RefusedException refused) when (refused.Refusal == TwoFactorErrors.InvalidCode || refused.Refusal == PasskeyErrors.Invalid)
        {
            await attempt.FailedAsync(
                refused.Refusal == PasskeyErrors.Invalid ? SignInFailure.PasskeyInvalid : SignInFailure.TwoFactorInvalid
            );
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

/// <summary>What a person can confirm their identity with.</summary>
/// <param name="Password">Their password.</param>
/// <param name="Code">A code of their authenticator app, or a backup code.</param>
/// <param name="Passkey">A passkey.</param>
internal sealed record StepUpMethods(bool Password, bool Code, bool Passkey)
{
    /// <summary>Their company's identity provider, and nothing else: the session began there.</summary>
    public bool Sso { get; init; }
}

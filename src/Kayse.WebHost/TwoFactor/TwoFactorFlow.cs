using Kayse.Grains.Errors;
using Kayse.Grains.Passkeys;
using Kayse.Grains.Passwords;
using Kayse.Grains.Security;
using Kayse.Grains.Sessions;
using Kayse.Grains.Tokens;
using Kayse.Grains.TwoFactor;
using Kayse.Grains.Users;
using Kayse.WebHost.Http.Callers;
using Kayse.WebHost.SignIn;

namespace Kayse.WebHost.TwoFactor;

/// <summary>
/// What a person does with their second factor (US-4): completes a sign-in with it, sets one up, turns it off. A code
/// that completes a sign-in counts with the sign-ins of the account, one within a session with the proofs of that
/// session.
/// </summary>
internal sealed class TwoFactorFlow(IGrainFactory grains, PasswordHashing passwords, SignInGuard guard, SecurityLog log)
{
    /// <summary>
    /// Completes the sign-in that the ticket stands for. A wrong code counts against the ticket as well.
    /// </summary>
    public Task<SignedIn> SignInAsync(string ticket, string code, ClientDevice device, bool trustDevice) =>
        CompleteAsync(Completion(ticket, code, device), trustDevice);

    /// <summary>The same with what a passkey signed in place of a code.</summary>
    public Task<SignedIn> SignInAsync(string ticket, PasskeyAssertion passkey, ClientDevice device, bool trustDevice)
    {
        var (userId, command) = Completion(ticket, code: "", device);
        return CompleteAsync((userId, command with { Passkey = passkey }), trustDevice);
    }

    /// <summary>A new secret for the caller's app, with its QR code.</summary>
    public async Task<(TwoFactorSetup Setup, string QrCodeSvg)> SetUpAsync(Caller caller)
    {
        var setup = await caller.User<ITwoFactorGrain>(grains).SetUpTwoFactorAsync();
        return (setup, QrCode.Svg(setup.OtpAuthUri));
    }

    /// <summary>
    /// Turns on what was set up. The session in the answer has another token; it is null when it ended meanwhile.
    /// </summary>
    public async Task<TwoFactorEnabled> EnableAsync(Caller caller, string code)
    {
        var enabled = await caller.User<ITwoFactorGrain>(grains).EnableTwoFactorAsync(new EnableTwoFactor(code, caller.SessionId));
        log.TwoFactorChanged(caller.Principal.UserId, enabled: true);
        return enabled;
    }

    /// <summary>
    /// Turns it off. Answers the caller's session with its new token, or null when it ended meanwhile.
    /// </summary>
    public async Task<RenewedSession?> DisableAsync(
        Caller caller,
        string password,
        string code,
        ClientDevice device,
        CancellationToken ct
    )
    {
        await using var attempt = await guard.AttemptAsync(caller, device);
        var renewed = await TryAsync(
            async () =>
            {
                var credential = await caller.User<ICredentialsGrain>(grains).GetCredentialAsync();
                if (
                    await passwords.VerifyAsync(credential?.PasswordHash, password, HashingCaller.Known(caller.Principal.UserId), ct)
                    == PasswordMatch.None
                )
                    throw new RefusedException(PasswordErrors.Wrong);
                var command = new DisableTwoFactor(credential!.Version, code, caller.SessionId);
                return await caller.User<ITwoFactorGrain>(grains).DisableTwoFactorAsync(command);
            },
            attempt
        );
        log.TwoFactorChanged(caller.Principal.UserId, enabled: false);
        return renewed;
    }

    private async Task<SignedIn> CompleteAsync((string UserId, CompleteSignIn Command) completion, bool trustDevice)
    {
        var (userId, command) = completion;
        var device = command.Device;
        if (await grains.GetGrain<IUserGrain>(userId).GetAsync() is not { } person)
            throw new RefusedException(TwoFactorErrors.TicketExpired);
        await using var attempt = await guard.AttemptSecondFactorAsync(person.Email, userId, device);
        var signedIn = await TryAsync(
            () => grains.GetGrain<ISignInGrain>(userId).CompleteSignInAsync(command with { TrustDevice = trustDevice }),
            attempt
        );
        log.SignInSucceeded(userId, signedIn.Session.Id);
        return signedIn;
    }

    private static async Task<T> TryAsync<T>(Func<Task<T>> prove, GuardedAttempt attempt)
    {
        try
        {
            var proved = await prove();
            await attempt.SucceededAsync();
            return proved;
        }
        catch (RefusedException refused)
            when (refused.Refusal == TwoFactorErrors.InvalidCode
                || refused.Refusal == PasskeyErrors.Invalid
                || refused.Refusal == PasswordErrors.Wrong
            )
        {
            await attempt.FailedAsync(reason: null);
            throw;
        }
    }

    private static (string UserId, CompleteSignIn Command) Completion(string ticket, string code, ClientDevice device) =>
        SecretToken.TryParse(ticket.AsSpan().Trim(), out var token)
            ? (token.Id.ToString(), new CompleteSignIn(token.Hash, code, device))
            : throw new RefusedException(TwoFactorErrors.TicketExpired);
}

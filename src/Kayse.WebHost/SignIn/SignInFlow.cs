using Kayse.Grains.Directory;
using Kayse.Grains.Errors;
using Kayse.Grains.Passwords;
using Kayse.Grains.Security;
using Kayse.Grains.Sessions;
using Kayse.Grains.TwoFactor;
using Kayse.Grains.Users;
using Kayse.WebHost.Http.Callers;
using Kayse.WebHost.TwoFactor;
using StartSignIn = Kayse.Grains.Users.SignIn;

namespace Kayse.WebHost.SignIn;

/// <summary>
/// Signs a person in by password, or has them go on with a code (<see cref="TwoFactorFlow"/>). An unknown address, a
/// wrong password, somebody without a password and somebody whom no company would have are refused alike, after the
/// same work, so that nobody learns from it who has an account.
/// </summary>
internal sealed class SignInFlow(IGrainFactory grains, PasswordHashing passwords, SignInGuard guard, SecurityLog log)
{
    /// <param name="email">Their address, as they wrote it.</param>
    /// <param name="password">As they wrote it.</param>
    /// <param name="rememberMe">Whether the session is remembered.</param>
    /// <param name="device">What they sign in on.</param>
    /// <param name="deviceToken">Of a device that they trust (US-5), which takes no code; null when there is
    /// none.</param>
    /// <param name="ct">Ends the wait.</param>
    public async Task<BegunSignIn> SignInAsync(
        string email,
        string password,
        bool rememberMe,
        ClientDevice device,
        string? deviceToken,
        CancellationToken ct
    )
    {
        // What is no address belongs to nobody, and is refused as that.
        var userId = EmailAddress.TryNormalize(email, out var address)
            ? await grains.GetGrain<IEmailAddressGrain>(address).GetUserIdAsync()
            : null;
        var deviceSecret = userId is null ? null : DeviceToken.SecretOf(deviceToken, userId);
        var trustedDeviceId = deviceSecret is { } secret
            ? await grains.GetGrain<ITwoFactorGrain>(userId!).FindTrustedDeviceAsync(secret)
            : null;
        await using var attempt = await guard.AttemptAsync(address ?? email, userId, device, trustedDeviceId);
        var hashingFor = trustedDeviceId is null ? HashingCaller.Of(device.IpAddress) : HashingCaller.Known(userId!);
        var credential = await VerifyAsync(userId, password, hashingFor, attempt, ct);
        return await StartAsync(
            userId!,
            new StartSignIn(credential.Version, CompanyId: null, device, rememberMe) { DeviceSecret = deviceSecret },
            attempt
        );
    }

    /// <summary>
    /// Has the person who has an address prove by their password that they are it. Answers its version, or refuses
    /// <c>invalid_credentials</c>, and <c>password_change_required</c> for a password that somebody else chose.
    /// </summary>
    public async Task<int> ProveAsync(string userId, string address, string password, ClientDevice device, CancellationToken ct)
    {
        await using var attempt = await guard.AttemptAsync(address, userId, device);
        return await ProveAsync(userId, password, HashingCaller.Of(device.IpAddress), attempt, ct);
    }

    /// <summary>As above, of who has a live session: it counts there, and waits behind no stranger.</summary>
    public async Task<int> ProveAsync(Caller caller, string password, ClientDevice device, CancellationToken ct)
    {
        await using var attempt = await guard.AttemptAsync(caller, device);
        return await ProveAsync(caller.Principal.UserId, password, HashingCaller.Known(caller.Principal.UserId), attempt, ct);
    }

    private async Task<int> ProveAsync(
        string userId,
        string password,
        HashingCaller hashingFor,
        GuardedAttempt attempt,
        CancellationToken ct
    )
    {
        var credential = await VerifyAsync(userId, password, hashingFor, attempt, ct);
        if (!credential.HasSecondFactor)
            await attempt.SucceededAsync();
        return credential.MustChange ? throw new RefusedException(SessionErrors.PasswordChangeRequired) : credential.Version;
    }

    private async Task<BegunSignIn> StartAsync(string userId, StartSignIn signIn, GuardedAttempt attempt)
    {
        try
        {
            var begun = await grains.GetGrain<ISignInGrain>(userId).SignInAsync(signIn);
            if (begun.SignedIn is { } signedIn)
            {
                await attempt.SucceededAsync();
                log.SignInSucceeded(userId, signedIn.Session.Id);
            }

            return begun;
        }
        catch (RefusedException refused) when (refused.Refusal == UserErrors.InvalidCredentials)
        {
            // The right password of somebody deactivated counts like a wrong one, or that it counts for nothing would
            // tell.
            await attempt.FailedAsync(reason: null);
            throw;
        }
    }

    // The id is null when nobody has the address.
    private async Task<UserCredential> VerifyAsync(
        string? userId,
        string password,
        HashingCaller hashingFor,
        GuardedAttempt attempt,
        CancellationToken ct
    )
    {
        var credential = userId is null ? null : await grains.GetGrain<ICredentialsGrain>(userId).GetCredentialAsync();
        var match = await passwords.VerifyAsync(credential?.PasswordHash, password, hashingFor, ct);
        if (match == PasswordMatch.None)
        {
            await attempt.FailedAsync(SignInFailure.WrongPassword);
            throw new RefusedException(UserErrors.InvalidCredentials);
        }

        if (match == PasswordMatch.MatchAtLowerCost)
            await RaiseCostAsync(userId!, credential!.Version, password, hashingFor, ct);
        return credential!;
    }

    private async Task RaiseCostAsync(string userId, int version, string password, HashingCaller hashingFor, CancellationToken ct)
    {
        try
        {
            await grains
                .GetGrain<ICredentialsGrain>(userId)
                .RehashPasswordAsync(version, await passwords.RehashAsync(password, hashingFor, ct));
        }
        catch (RefusedException refused) when (PasswordErrors.IsBusy(refused.Refusal))
        {
            // Another sign-in will do it.
        }
    }
}

using System.Net;
using Kayse.Grains.Errors;
using Kayse.Grains.Security;
using Kayse.Grains.Sessions;
using Kayse.Grains.SignInGuards;
using Kayse.Grains.Users;
using Kayse.WebHost.Http.Callers;

namespace Kayse.WebHost.SignIn;

/// <summary>
/// Stands before everything that takes a guess of a person's secret (US-6): password, code. Whether anybody has the
/// address makes no difference to what it answers, nor to what it does before it answers.
/// </summary>
internal sealed class SignInGuard(IGrainFactory grains, SecurityLog log, SignInMeter meter)
{
    /// <summary>
    /// Begins an attempt; refuses <c>rate_limited</c> and <c>account_locked</c>. Whoever begins one says how it ended,
    /// by <see cref="GuardedAttempt.FailedAsync"/> or, once all that is asked for was right,
    /// <see cref="GuardedAttempt.SucceededAsync"/>; disposed without either it counts as neither.
    /// </summary>
    /// <param name="address">Normalised, or what was given for an address.</param>
    /// <param name="userId">Who has it; null when nobody does.</param>
    /// <param name="device">Where from.</param>
    /// <param name="trustedDeviceId">A device of theirs that has proved itself: it is counted in place of the account,
    /// so that strangers can't lock it out.</param>
    public Task<GuardedAttempt> AttemptAsync(string address, string? userId, ClientDevice device, string? trustedDeviceId = null) =>
        BeginAsync(
            trustedDeviceId is null ? SignInGuardKeys.ForAddress(address) : SignInGuardKeys.ForDevice(trustedDeviceId),
            new GuardedAttempt(grains, userId, device, log, meter.Password),
            device,
            trustedDeviceId
        );

    /// <summary>Begins the second step of a sign-in, after the password; refuses as above.</summary>
    public Task<GuardedAttempt> AttemptSecondFactorAsync(string address, string userId, ClientDevice device) =>
        BeginAsync(
            SignInGuardKeys.ForAddress(address),
            new GuardedAttempt(grains, userId, device, log, meter.SecondFactor),
            device,
            trustedDeviceId: null
        );

    /// <summary>
    /// Begins a proof within a live session: step-up, change of password or address, turning the second factor off.
    /// Counted for the session alone, so that what strangers do at the sign-in never keeps the owner from it. Refuses
    /// as above.
    /// </summary>
    public async Task<GuardedAttempt> AttemptAsync(Caller caller, ClientDevice device)
    {
        var attempt = new GuardedAttempt(grains, caller.Principal.UserId, device, log, counts: null);
        await attempt.BeginAsync(Guard(SignInGuardKeys.ForSession(caller.SessionId)), UserErrors.AccountLocked);
        return attempt;
    }

    /// <summary>
    /// Begins an attempt with a passkey, counted for that in place of the account: what strangers do with passwords
    /// never keeps its owner from using it. Refuses as above.
    /// </summary>
    public Task<GuardedAttempt> AttemptWithPasskeyAsync(string passkeyKey, string? userId, ClientDevice device) =>
        BeginAsync(
            SignInGuardKeys.ForPasskey(passkeyKey),
            new GuardedAttempt(grains, userId, device, log, meter.Passkey),
            device,
            trustedDeviceId: null
        );

    private async Task<GuardedAttempt> BeginAsync(string account, GuardedAttempt attempt, ClientDevice device, string? trustedDeviceId)
    {
        try
        {
            // The account last: who waits there for other attempts holds up those from the same network, and nobody
            // else's.
            if (IPAddress.TryParse(device.IpAddress, out var ip))
            {
                await attempt.BeginAsync(Guard(SignInGuardKeys.ForNetwork(ip)), GeneralErrors.RateLimited);
                await attempt.BeginAsync(Guard(SignInGuardKeys.ForIp(ip)), GeneralErrors.RateLimited);
            }

            await attempt.BeginAsync(Guard(account), UserErrors.AccountLocked, trustedDeviceId);
            return attempt;
        }
        catch
        {
            await attempt.DisposeAsync();
            throw;
        }
    }

    private ISignInGuardGrain Guard(string key) => grains.GetGrain<ISignInGuardGrain>(key);
}

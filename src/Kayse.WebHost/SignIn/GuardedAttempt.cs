using Kayse.Grains.Errors;
using Kayse.Grains.Security;
using Kayse.Grains.Sessions;
using Kayse.Grains.SignInGuards;
using Kayse.Grains.TwoFactor;
using Kayse.Grains.Users;
using Kayse.WebHost.Http.Callers;

namespace Kayse.WebHost.SignIn;

/// <summary>
/// A guess of a person's secret that is under way. The person, when there is one, is told of what it comes to without
/// anybody's waiting for that.
/// </summary>
/// <param name="grains">The grain of the person whose secret it is.</param>
/// <param name="userId">Whose; null when nobody has the address.</param>
/// <param name="device">Where from.</param>
/// <param name="log">Told of failures and locks.</param>
/// <param name="counts">Told of how it ends; null when it is no sign-in.</param>
internal sealed class GuardedAttempt(
    IGrainFactory grains,
    string? userId,
    ClientDevice device,
    SecurityLog log,
    SignInMeter.Method? counts
) : IAsyncDisposable
{
    private readonly ISignInGrain? _user = userId is null ? null : grains.GetGrain<ISignInGrain>(userId);
    private readonly string _id = Guid.NewGuid().ToString("N");
    private List<ISignInGuardGrain> _guards = [];
    private string? _trustedDeviceId;

    /// <summary>
    /// The secret was wrong: counted on disk when the task completes. Answers whether that was once too often, so that
    /// the account, or the device, is locked now.
    /// </summary>
    /// <param name="reason">Why, for the sign-in history; null when that has it already.</param>
    public async Task<bool> FailedAsync(SignInFailure? reason)
    {
        if (_user is not null && reason is { } told)
            await _user.SignInFailedAsync(told, device);
        log.SignInFailed(userId, reason?.ToString() ?? "Refused");
        counts?.Failed();
        var answers = await Task.WhenAll(End().Select(guard => guard.FailedAsync(_id)));
        await TellLockAsync(answers[^1]);
        await DistrustAsync(answers[^1]);
        if (answers[^1].Verdict != SignInGuardVerdict.Locked)
            return false;
        log.SignInLocked(userId);
        return true;
    }

    /// <summary>Everything was right.</summary>
    public Task SucceededAsync()
    {
        counts?.Succeeded();
        return Task.WhenAll(End().Select(guard => guard.SucceededAsync(_id)));
    }

    public async ValueTask DisposeAsync() => await Task.WhenAll(End().Select(guard => guard.ReleaseAsync(_id)));

    /// <summary>
    /// Begins the attempt at one more guard, or refuses; last at that of the account, or of the trusted device in its
    /// place.
    /// </summary>
    public async Task BeginAsync(ISignInGuardGrain guard, Func<TimeSpan, Refusal> locked, string? trustedDeviceId = null)
    {
        _trustedDeviceId = trustedDeviceId;
        var answer = await guard.AttemptAsync(_id);
        await TellLockAsync(answer);
        await DistrustAsync(answer);
        if (answer.Verdict == SignInGuardVerdict.Allowed)
            _guards.Add(guard);
        else
            await RefuseAsync(answer, locked);
    }

    private async Task RefuseAsync(SignInGuardAnswer answer, Func<TimeSpan, Refusal> locked)
    {
        counts?.Refused();
        var isLocked = answer.Verdict == SignInGuardVerdict.Locked;
        if (isLocked && _user is not null)
            await _user.SignInFailedAsync(SignInFailure.Locked, device);
        throw new RefusedException(isLocked ? locked(answer.RetryAfter) : GeneralErrors.RateLimited(answer.RetryAfter));
    }

    // Also of one that somebody else's failure brought about, in case that process died before it could tell.
    private Task TellLockAsync(SignInGuardAnswer answer) =>
        answer.LockUntold && _user is not null ? _user.SignInLockedAsync(device) : Task.CompletedTask;

    // A device on which that many wrong passwords were tried is in other hands. Also of one that is locked already, in
    // case the process died before it could do this.
    private Task DistrustAsync(SignInGuardAnswer answer) =>
        answer.Verdict == SignInGuardVerdict.Locked && _trustedDeviceId is { } id && userId is not null
            ? grains.GetGrain<ITwoFactorGrain>(userId).DistrustDeviceAsync(id)
            : Task.CompletedTask;

    private List<ISignInGuardGrain> End()
    {
        var guards = _guards;
        _guards = [];
        return guards;
    }
}

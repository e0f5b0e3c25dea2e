namespace Kayse.Grains.SignInGuards;

/// <summary>What failures lead to.</summary>
/// <param name="Rule">How many are put up with.</param>
/// <param name="Kind">Whose they are.</param>
internal sealed record SignInGuardRules(SignInGuardRule Rule, GuardedKind Kind)
{
    /// <summary>How long somebody is told to wait whom others under way keep from trying.</summary>
    public static readonly TimeSpan ShortWait = TimeSpan.FromSeconds(1);

    /// <summary>The rules that a grain's key stands for.</summary>
    public static SignInGuardRules Of(string key, SignInGuardOptions options) =>
        key switch
        {
            _ when key.StartsWith(SignInGuardKeys.IpPrefix, StringComparison.Ordinal) => new(options.Ip, GuardedKind.Callers),
            _ when key.StartsWith(SignInGuardKeys.NetworkPrefix, StringComparison.Ordinal) => new(options.Network, GuardedKind.Callers),
            _ when key.StartsWith(SignInGuardKeys.DevicePrefix, StringComparison.Ordinal) => new(options.Account, GuardedKind.Device),
            _ when key.StartsWith(SignInGuardKeys.PasskeyPrefix, StringComparison.Ordinal) => new(options.Account, GuardedKind.Device),
            _ when key.StartsWith(SignInGuardKeys.SessionPrefix, StringComparison.Ordinal) => new(options.Account, GuardedKind.Session),
            _ => new(options.Account, GuardedKind.Account),
        };

    /// <summary>
    /// Whether many people stand behind the key: failures of theirs come together all the time, and what one of them
    /// gets right says nothing of the others.
    /// </summary>
    public bool IsShared => Kind == GuardedKind.Callers;

    /// <summary>From when on the failures count no more.</summary>
    public DateTimeOffset ForgottenAt(SignInGuardState state)
    {
        var at = (IsShared ? state.FirstFailureAt : state.LastFailureAt) + Rule.ForgetAfter;
        return state.LockedUntil > at ? state.LockedUntil.Value : at;
    }

    /// <summary>The state with one failure more.</summary>
    public SignInGuardState WithFailure(SignInGuardState state, DateTimeOffset now)
    {
        var known =
            state.Failures > 0 && now < ForgottenAt(state) ? AfterLock(state, now) : new SignInGuardState { FirstFailureAt = now };
        var next = known with { Failures = known.Failures + 1, LastFailureAt = now };
        return next.Failures < Rule.LockAfter ? next : next with { LockedUntil = now + Rule.LockFor };
    }

    /// <summary>How somebody stands who wants to try; null when it depends on how the attempts under way end.</summary>
    public SignInGuardAnswer? Judge(SignInGuardState state, int underWay, DateTimeOffset now)
    {
        var isKnown = state.Failures > 0 && now < ForgottenAt(state);
        var failures = isKnown ? AfterLock(state, now).Failures : 0;
        var untold = Kind is GuardedKind.Account or GuardedKind.Session && isKnown && state is { LockedUntil: not null, LockTold: false };
        if (isKnown && state.LockedUntil is { } until && now < until)
            return new SignInGuardAnswer(SignInGuardVerdict.Locked, until - now, untold);
        var next = state.LastFailureAt + DelayAfter(failures);
        if (failures > 0 && now < next)
            return new SignInGuardAnswer(SignInGuardVerdict.Wait, next - now, untold);
        // No more at once than would be let through one after the other, were all of them to fail.
        var mayBeUnderWay = Math.Max(0, Rule.FreeFailures - failures);
        return underWay <= mayBeUnderWay ? new SignInGuardAnswer(SignInGuardVerdict.Allowed, TimeSpan.Zero, untold) : null;
    }

    // A lock that is over leaves half of the failures: if it left all of them, one more wrong guess each time would
    // keep the owner out for good.
    private SignInGuardState AfterLock(SignInGuardState state, DateTimeOffset now) =>
        state.LockedUntil is { } until && now >= until
            ? state with
            {
                Failures = Math.Clamp(state.Failures / 2, 0, Math.Max(0, Rule.LockAfter - 2)),
                LockedUntil = null,
            }
            : state;

    private TimeSpan DelayAfter(int failures)
    {
        var doublings = failures - Rule.FreeFailures - 1;
        if (doublings < 0)
            return TimeSpan.Zero;
        var delay = Rule.FirstDelay * Math.Pow(2, Math.Min(doublings, 30));
        return delay < Rule.LongestDelay ? delay : Rule.LongestDelay;
    }
}

/// <summary>Whose failures are counted.</summary>
internal enum GuardedKind
{
    /// <summary>An email address, and with it whoever has it.</summary>
    Account,

    /// <summary>A trusted device, or a passkey.</summary>
    Device,

    /// <summary>A live session, in which a person proves once more who they are.</summary>
    Session,

    /// <summary>Everybody at an IP address or in a network.</summary>
    Callers,
}

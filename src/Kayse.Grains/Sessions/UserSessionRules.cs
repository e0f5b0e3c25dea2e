namespace Kayse.Grains.Sessions;

internal static class UserSessionRules
{
    /// <summary>How much use a crash may forget (SE-5).</summary>
    public static readonly TimeSpan LastActiveGranularity = TimeSpan.FromMinutes(1);

    /// <summary>How long an ended session still says why it ended.</summary>
    public static readonly TimeSpan EndedKept = TimeSpan.FromHours(24);

    private static readonly TimeSpan _rememberedIdleTimeout = TimeSpan.FromDays(7);

    public static UserSessionState Start(StartSession command, UserSessionOptions options, DateTime now) => new()
    {
        TokenHash = command.TokenHash,
        Principal = command.Principal,
        Device = command.Device,
        RememberMe = command.RememberMe,
        StartedAt = now,
        LastActiveAt = now,
        IdleTimeout = IdleTimeout(options, command.RememberMe),
        EndsAt = now + (command.RememberMe ? options.RememberedLifetime : options.AbsoluteLifetime),
    };

    /// <summary>A remembered session has no idle timeout below 7 days (SE-3), unless it doesn't last that long.</summary>
    public static TimeSpan IdleTimeout(UserSessionOptions options, bool rememberMe)
    {
        if (!rememberMe || options.IdleTimeout >= _rememberedIdleTimeout)
            return options.IdleTimeout;
        return _rememberedIdleTimeout < options.RememberedLifetime ? _rememberedIdleTimeout : options.RememberedLifetime;
    }

    /// <summary>When the session ends if it is not used after <paramref name="lastActive"/>.</summary>
    public static DateTime ExpiresAt(UserSessionState state, DateTime lastActive)
    {
        var idle = lastActive + state.IdleTimeout;
        return idle < state.EndsAt ? idle : state.EndsAt;
    }

    /// <summary>Why the session is over at <paramref name="now"/>; null while it is live.</summary>
    public static SessionEndReason? EndOf(UserSessionState state, DateTime lastActive, DateTime now)
    {
        if (state.EndedAt is not null)
            return state.EndReason;
        if (now < ExpiresAt(state, lastActive))
            return null;
        return lastActive + state.IdleTimeout < state.EndsAt ? SessionEndReason.IdleTimeout : SessionEndReason.Expired;
    }
}

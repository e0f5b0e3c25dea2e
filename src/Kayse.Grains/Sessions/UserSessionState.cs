using Kayse.Grains.Tokens;

namespace Kayse.Grains.Sessions;

internal sealed record UserSessionState
{
    /// <summary>The hash of the token's secret; none when there is no such session.</summary>
    public TokenHash TokenHash { get; init; }

    /// <summary>Null when there is no such session.</summary>
    public SessionPrincipal? Principal { get; init; }

    public ClientDevice Device { get; init; } = ClientDevice.Unknown;

    public bool RememberMe { get; init; }

    /// <summary>UTC, as all times here; 8 bytes each instead of 16, for a million sessions.</summary>
    public DateTime StartedAt { get; init; }

    /// <summary>As of the last write; a later use may be noted in <see cref="SessionUsesState"/>.</summary>
    public DateTime LastActiveAt { get; init; }

    public TimeSpan IdleTimeout { get; init; }

    /// <summary>When it ends however much it is used.</summary>
    public DateTime EndsAt { get; init; }

    /// <summary>
    /// When its person last proved in it who they are; the least time that there is when they never did, or before that
    /// was kept.
    /// </summary>
    public DateTime ProvedAt { get; init; }

    /// <summary>
    /// Whether its person has proved in it a second factor that isn't an authenticator app: then no company asks them
    /// to set one up.
    /// </summary>
    public bool SecondFactorProved { get; init; }

    /// <summary>When it was ended; null while nobody has.</summary>
    public DateTime? EndedAt { get; init; }

    public SessionEndReason EndReason { get; init; }
}

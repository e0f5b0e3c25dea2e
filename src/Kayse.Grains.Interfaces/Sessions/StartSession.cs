using Kayse.Grains.Tokens;

namespace Kayse.Grains.Sessions;

/// <summary>Starts a session; given by the user grain only.</summary>
/// <param name="TokenHash">The hash of the token's secret.</param>
/// <param name="Principal">Who it acts as.</param>
/// <param name="Device">What it runs on.</param>
/// <param name="RememberMe">Whether it is remembered: 30 days, and an idle timeout of at least 7.</param>
[GenerateSerializer, Immutable, Alias("kayse.start-session")]
public sealed record StartSession(
    [property: Id(0)] TokenHash TokenHash,
    [property: Id(1)] SessionPrincipal Principal,
    [property: Id(2)] ClientDevice Device,
    [property: Id(3)] bool RememberMe
)
{
    /// <summary>What the company in which it acts allows it.</summary>
    [Id(4)]
    public SessionLimits Limits { get; init; } = SessionLimits.None;

    /// <summary>
    /// Whether its person has just proved who they are, by a password that they alone know and what else is asked of
    /// them.
    /// </summary>
    [Id(5)]
    public bool Proved { get; init; }

    /// <summary>
    /// Whether that included a second factor, so that a company that requires one is content with this session.
    /// </summary>
    [Id(6)]
    public bool SecondFactorProved { get; init; }
}

/// <summary>A session that has just started.</summary>
/// <param name="Id">The session's id.</param>
/// <param name="Token">The bearer token; exists nowhere else.</param>
/// <param name="ExpiresAt">When it ends unless it is used before.</param>
/// <param name="IdleTimeout">How long it may stay unused.</param>
[GenerateSerializer, Immutable, Alias("kayse.started-session")]
public sealed record StartedSession(
    [property: Id(0)] string Id,
    [property: Id(1)] string Token,
    [property: Id(2)] DateTimeOffset ExpiresAt,
    [property: Id(3)] TimeSpan IdleTimeout
);

namespace Kayse.Grains.Sessions;

/// <summary>How long a session lasts.</summary>
/// <param name="ExpiresAt">When it ends unless it is used before.</param>
/// <param name="IdleTimeout">How long it may stay unused.</param>
/// <param name="RememberedUntil">When it ends however much it is used; null when it isn't remembered.</param>
[GenerateSerializer, Immutable, Alias("kayse.session-term")]
public sealed record SessionTerm(
    [property: Id(0)] DateTimeOffset ExpiresAt,
    [property: Id(1)] TimeSpan IdleTimeout,
    [property: Id(2)] DateTimeOffset? RememberedUntil
);

/// <summary>A session whose token was replaced.</summary>
/// <param name="Session">The session with its new token; the one before opens nothing any more.</param>
/// <param name="RememberedUntil">See <see cref="SessionTerm.RememberedUntil"/>.</param>
[GenerateSerializer, Immutable, Alias("kayse.renewed-session")]
public sealed record RenewedSession([property: Id(0)] StartedSession Session, [property: Id(1)] DateTimeOffset? RememberedUntil);

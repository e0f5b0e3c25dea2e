using Kayse.Grains.Tokens;

namespace Kayse.Grains.Sessions;

/// <summary>Gives a live session a new token (SE-7) and, where it changes, another principal; given by the user grain only.</summary>
/// <param name="TokenHash">The hash of the new token's secret.</param>
/// <param name="Principal">Who it acts as from now on; null leaves it as it is.</param>
[GenerateSerializer, Immutable, Alias("kayse.renew-session")]
public sealed record RenewSession([property: Id(0)] TokenHash TokenHash, [property: Id(1)] SessionPrincipal? Principal);

/// <summary>What a session is after it was given a new token.</summary>
/// <param name="View">The session.</param>
/// <param name="IdleTimeout">How long it may stay unused.</param>
/// <param name="NotAfter">By when it has ended whatever happens.</param>
[GenerateSerializer, Immutable, Alias("kayse.renewed-session")]
public sealed record RenewedSession([property: Id(0)] SessionView View, [property: Id(1)] TimeSpan IdleTimeout, [property: Id(2)] DateTimeOffset NotAfter);

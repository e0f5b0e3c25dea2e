using Kayse.Grains.Sessions;

namespace Kayse.Grains.Sso;

/// <summary>Says which connection is in use, and by whom.</summary>
/// <param name="Protocol">The connection that people may sign in by; null: none.</param>
/// <param name="Enforced">Whether members have to.</param>
/// <param name="JustInTime">Whether somebody new with an address in a verified domain becomes a member by it.</param>
[GenerateSerializer, Immutable, Alias("kayse.set-sso-use")]
public sealed record SetSsoUse(
    [property: Id(0)] SsoProtocol? Protocol,
    [property: Id(1)] bool Enforced,
    [property: Id(2)] bool JustInTime
)
{
    /// <summary>
    /// Up to two Super Admins who keep their password; null leaves it to the company: the actor and the one who joined
    /// first.
    /// </summary>
    [Id(3)]
    public IReadOnlyList<string>? BreakGlassUserIds { get; init; }
}

/// <summary>What came of a test at the identity provider.</summary>
/// <param name="Protocol">Of which connection.</param>
/// <param name="Version">Of the settings with which it began.</param>
/// <param name="Report">The protocol's checks.</param>
/// <param name="Identity">Who it is; null when a check failed.</param>
[GenerateSerializer, Immutable, Alias("kayse.complete-sso-test")]
public sealed record CompleteSsoTest(
    [property: Id(0)] SsoProtocol Protocol,
    [property: Id(1)] long Version,
    [property: Id(2)] SsoTestReport Report,
    [property: Id(3)] VerifiedIdentity? Identity
);

/// <summary>Signs in whom an identity provider vouches for.</summary>
/// <param name="Identity">Who it is.</param>
/// <param name="BegunAt">When they were sent there: a proof that is older is none.</param>
/// <param name="Device">What they sign in on.</param>
/// <param name="RememberMe">Whether the session is remembered.</param>
[GenerateSerializer, Immutable, Alias("kayse.sso-sign-in")]
public sealed record SsoSignIn(
    [property: Id(0)] VerifiedIdentity Identity,
    [property: Id(1)] DateTimeOffset BegunAt,
    [property: Id(2)] ClientDevice Device,
    [property: Id(3)] bool RememberMe
);

using Kayse.Grains.Sessions;

namespace Kayse.Grains.Passkeys;

/// <summary>A passkey as its person sees it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="CredentialId">The id that its authenticator chose.</param>
/// <param name="Name">What its person calls it.</param>
/// <param name="CreatedAt">When it was added.</param>
[GenerateSerializer, Immutable, Alias("kayse.passkey-view")]
public sealed record PasskeyView(
    [property: Id(0)] string Id,
    [property: Id(1)] byte[] CredentialId,
    [property: Id(2)] string Name,
    [property: Id(3)] DateTimeOffset CreatedAt
)
{
    /// <summary>When it was last used; null when it never was.</summary>
    [Id(4)]
    public DateTimeOffset? LastUsedAt { get; init; }

    /// <summary>
    /// Whether its authenticator checks who uses it, by fingerprint, face or PIN, so that it replaces the password.
    /// Others serve as a second factor only.
    /// </summary>
    [Id(5)]
    public bool SignsInAlone { get; init; }

    /// <summary>Whether it is synced between devices.</summary>
    [Id(6)]
    public bool IsSynced { get; init; }

    /// <summary>
    /// When its counter last fell, which may mean that somebody has copied it; null when it never did.
    /// </summary>
    [Id(7)]
    public DateTimeOffset? CounterFellAt { get; init; }
}

/// <summary>The passkeys of a person.</summary>
/// <param name="UserHandle">What authenticators know the person by; null when they never added one.</param>
/// <param name="Items">The one added first first.</param>
[GenerateSerializer, Immutable, Alias("kayse.passkey-list")]
public sealed record PasskeyList([property: Id(0)] byte[]? UserHandle, [property: Id(1)] IReadOnlyList<PasskeyView> Items)
{
    /// <summary>
    /// Whether the person may be offered one after signing in: they have none, and haven't said "Not now" lately.
    /// </summary>
    [Id(2)]
    public bool MayBeOffered { get; init; }
}

/// <summary>A passkey that a browser may or may not use.</summary>
/// <param name="CredentialId">The id that its authenticator chose.</param>
/// <param name="Transports">How that can be reached.</param>
[GenerateSerializer, Immutable, Alias("kayse.passkey-descriptor")]
public sealed record PasskeyDescriptor([property: Id(0)] byte[] CredentialId, [property: Id(1)] IReadOnlyList<string> Transports);

/// <summary>What a browser needs to create a passkey.</summary>
/// <param name="UserHandle">64 random bytes that tell nobody whose they are.</param>
/// <param name="Email">What tells the person's accounts apart in their password manager.</param>
/// <param name="FullName">Their name.</param>
/// <param name="Challenge">To be signed within 5 minutes.</param>
/// <param name="Existing">Those that they have: an authenticator that holds one of them makes no second.</param>
[GenerateSerializer, Immutable, Alias("kayse.passkey-registration")]
public sealed record PasskeyRegistration(
    [property: Id(0)] byte[] UserHandle,
    [property: Id(1)] string Email,
    [property: Id(2)] string FullName,
    [property: Id(3)] byte[] Challenge,
    [property: Id(4)] IReadOnlyList<PasskeyDescriptor> Existing
);

/// <summary>What a browser needs to use a passkey.</summary>
/// <param name="Challenge">To be signed within 5 minutes.</param>
/// <param name="Allowed">Those that may be used; empty: any that the authenticator knows for this site.</param>
/// <param name="UserVerification">Whether the authenticator has to check who uses it.</param>
[GenerateSerializer, Immutable, Alias("kayse.passkey-request")]
public sealed record PasskeyRequest(
    [property: Id(0)] byte[] Challenge,
    [property: Id(1)] IReadOnlyList<PasskeyDescriptor> Allowed,
    [property: Id(2)] bool UserVerification
);

/// <summary>A passkey that was just added.</summary>
/// <param name="Passkey">That.</param>
/// <param name="Session">The session with its new token; null when it ended meanwhile.</param>
[GenerateSerializer, Immutable, Alias("kayse.added-passkey")]
public sealed record AddedPasskey([property: Id(0)] PasskeyView Passkey, [property: Id(1)] RenewedSession? Session);

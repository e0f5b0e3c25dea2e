using Kayse.Grains.Tokens;

namespace Kayse.Grains.Passkeys;

/// <summary>A passkey of a person.</summary>
/// <param name="Id">Its id, by which its person renames and removes it.</param>
/// <param name="CredentialId">The id that its authenticator chose.</param>
/// <param name="PublicKey">In COSE form.</param>
/// <param name="Name">What its person calls it.</param>
/// <param name="CreatedAt">When it was added.</param>
internal sealed record Passkey(string Id, byte[] CredentialId, byte[] PublicKey, string Name, DateTimeOffset CreatedAt)
{
    /// <summary>How its authenticator can be reached.</summary>
    public IReadOnlyList<string> Transports
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>How often its authenticator says that it was used; 0 where that doesn't count.</summary>
    public uint SignCount { get; init; }

    /// <summary>Whether its authenticator has ever checked who uses it.</summary>
    public bool VerifiesUser { get; init; }

    /// <summary>Whether it may be synced between devices; that never changes.</summary>
    public bool MayBeSynced { get; init; }

    /// <summary>Whether it is, as its authenticator last said.</summary>
    public bool IsSynced { get; init; }

    /// <summary>When it was last used; null when it never was.</summary>
    public DateTimeOffset? LastUsedAt { get; init; }

    /// <summary>When its counter last fell; null when it never did.</summary>
    public DateTimeOffset? CounterFellAt { get; init; }

    public PasskeyDescriptor Descriptor => new(CredentialId, Transports);

    public PasskeyView View =>
        new(Id, CredentialId, Name, CreatedAt)
        {
            LastUsedAt = LastUsedAt,
            SignsInAlone = VerifiesUser,
            IsSynced = IsSynced,
            CounterFellAt = CounterFellAt,
        };
}

/// <summary>A challenge that was signed: until it expires it must not be accepted again.</summary>
/// <param name="Hash">Its hash.</param>
/// <param name="ExpiresAt">From when on it is refused anyhow.</param>
internal sealed record UsedChallenge(TokenHash Hash, DateTimeOffset ExpiresAt);

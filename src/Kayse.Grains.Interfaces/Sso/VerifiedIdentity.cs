namespace Kayse.Grains.Sso;

/// <summary>
/// Who somebody is by the word of an identity provider, once the protocol's checks have all passed. The person is known
/// by issuer and subject, never by the address.
/// </summary>
/// <param name="ConnectionId">The connection by which it came.</param>
/// <param name="Issuer">The provider, as the connection is configured to expect it.</param>
/// <param name="Subject">The person, for ever, at that provider.</param>
[GenerateSerializer, Immutable, Alias("kayse.verified-identity")]
public sealed record VerifiedIdentity(
    [property: Id(0)] string ConnectionId,
    [property: Id(1)] string Issuer,
    [property: Id(2)] string Subject
)
{
    /// <summary>Their address as the provider writes it; null when it doesn't say.</summary>
    [Id(3)]
    public string? Email { get; init; }

    /// <summary>Whether the provider has verified the address; null when it doesn't say.</summary>
    [Id(4)]
    public bool? EmailVerified { get; init; }

    /// <summary>What they are called; null when the provider doesn't say.</summary>
    [Id(5)]
    public string? FullName { get; init; }

    /// <summary>When they last proved to the provider who they are; null when it doesn't say.</summary>
    [Id(6)]
    public DateTimeOffset? AuthenticatedAt { get; init; }

    /// <summary>The groups that the provider names.</summary>
    [Id(7)]
    public IReadOnlyList<string> Groups
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Leaves the person out, so that no log holds them.</summary>
    public override string ToString() => $"{nameof(VerifiedIdentity)} by {ConnectionId}";
}

namespace Kayse.Grains.Sessions;

/// <summary>A live session as its person sees it.</summary>
[GenerateSerializer, Immutable, Alias("kayse.session-view")]
public sealed record SessionView(
    [property: Id(0)] string Id,
    [property: Id(1)] string CompanyId,
    [property: Id(2)] ClientDevice Device,
    [property: Id(3)] DateTimeOffset StartedAt,
    [property: Id(4)] DateTimeOffset LastActiveAt,
    [property: Id(5)] DateTimeOffset ExpiresAt,
    [property: Id(6)] bool RememberMe
)
{
    /// <summary>
    /// Whether its person has ever proved in it who they are: by a code, when they have a second factor.
    /// </summary>
    [Id(7)]
    public bool IsProved { get; init; }

    /// <summary>What its person has to do first, before it is good for anything else.</summary>
    [Id(8)]
    public SessionRestriction Restriction { get; init; }

    /// <summary>What it is limited to, of <see cref="SessionScopes"/>; null when it is good for everything.</summary>
    [Id(9)]
    public IReadOnlyList<string>? Scopes { get; init; }

    /// <summary>The connection by which it began; null when it began without single sign-on.</summary>
    [Id(10)]
    public string? SsoConnectionId { get; init; }
}

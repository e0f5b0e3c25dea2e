using Kayse.Grains.ApiKeys;

namespace Kayse.Grains.Members;

/// <summary>
/// Who gives a command: the authenticated person. The grain that owns what is changed decides whether they may.
/// </summary>
/// <param name="UserId">The person.</param>
/// <param name="SessionId">The session that they used.</param>
/// <param name="IpAddress">Where from, or null when it is not known.</param>
[GenerateSerializer, Immutable, Alias("kayse.actor")]
public sealed record Actor([property: Id(0)] string UserId, [property: Id(1)] string SessionId, [property: Id(2)] string? IpAddress)
{
    /// <summary>What the API key may do by which they act; null when they act by a session.</summary>
    [Id(3)]
    public ApiKeyPermissions? Key { get; init; }

    /// <summary>
    /// Whether they have proved a short while ago, in the session that they use, who they are (SE-6).
    /// </summary>
    [Id(4)]
    public bool IsProved { get; init; }

    /// <summary>
    /// Whether a key of the company acts instead of a person; <see cref="UserId"/> is the key's id then.
    /// </summary>
    [Id(5)]
    public bool IsServiceKey { get; init; }

    /// <summary>
    /// Whether the company's identity provider acts instead of a person; <see cref="SessionId"/> says by what. It is
    /// nobody to any command but those of <see cref="ICompanyProvisioningGrain"/>.
    /// </summary>
    [Id(6)]
    public bool IsDirectory { get; init; }

    /// <summary>The identity provider, once it has been authenticated.</summary>
    /// <param name="sourceId">By what it acts: the id of a SCIM token, or of a connection for single sign-on.</param>
    /// <param name="ipAddress">Where from, or null when it is not known.</param>
    public static Actor Directory(string sourceId, string? ipAddress) => new(sourceId, sourceId, ipAddress) { IsDirectory = true };

    /// <summary>
    /// The connection by which the session began that they use: it acts in that connection's company alone. Null when it
    /// began without single sign-on, or they act by an API key.
    /// </summary>
    [Id(7)]
    public string? SsoConnectionId { get; init; }
}

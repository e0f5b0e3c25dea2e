namespace Kayse.Grains.Scim;

/// <summary>A group as an identity provider describes it (RFC 7643, 4.2).</summary>
[GenerateSerializer, Immutable, Alias("kayse.scim-group")]
public sealed record ScimGroup
{
    /// <summary>Its name.</summary>
    [Id(0)]
    public string? DisplayName { get; init; }

    /// <summary>Its id at the identity provider; null when it gives none.</summary>
    [Id(1)]
    public string? ExternalId { get; init; }

    /// <summary>The ids of the people in it; null in a request that doesn't say.</summary>
    [Id(2)]
    public IReadOnlyList<string>? MemberIds { get; init; }
}

/// <summary>A group in a company's directory.</summary>
/// <param name="Id">Its id there.</param>
/// <param name="DisplayName">Its name.</param>
/// <param name="ExternalId">Its id at the identity provider, or null.</param>
/// <param name="Created">When it was added.</param>
/// <param name="LastModified">When anything last changed.</param>
/// <param name="Version">Grows with every change.</param>
[GenerateSerializer, Immutable, Alias("kayse.scim-group-view")]
public sealed record ScimGroupView(
    [property: Id(0)] string Id,
    [property: Id(1)] string DisplayName,
    [property: Id(2)] string? ExternalId,
    [property: Id(3)] DateTimeOffset Created,
    [property: Id(4)] DateTimeOffset LastModified,
    [property: Id(5)] long Version
)
{
    /// <summary>Who is in it; null when the request excludes them.</summary>
    [Id(6)]
    public IReadOnlyList<ScimReference>? Members { get; init; }
}

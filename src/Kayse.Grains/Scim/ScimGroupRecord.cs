using Kayse.Grains.Members;
using Kayse.Grains.State;

namespace Kayse.Grains.Scim;

/// <summary>A group of an identity provider. Who is in it stands with the people.</summary>
[NoPersonalData("Groups of the company.")]
internal sealed record ScimGroupRecord : ISegmentItem
{
    public required string Id { get; init; }

    public required string DisplayName { get; init; }

    /// <summary>Its id at the identity provider, or null.</summary>
    public string? ExternalId { get; init; }

    /// <summary>What it gives its members; null: nothing, as if it weren't there.</summary>
    public ProvisionedAccess? Access { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset ModifiedAt { get; init; }

    /// <summary>Grows with every change, of its members too.</summary>
    public long Version { get; init; }
}

using Kayse.Grains.State;

namespace Kayse.Grains.Scim;

/// <summary>What an identity provider says of a person; whether they are a member is up to the company.</summary>
internal sealed record ScimPersonRecord : ISegmentItem
{
    public required string UserId { get; init; }

    /// <summary>What was said last, without whether they are active; null once they were removed.</summary>
    public ScimUser? Said { get; init; }

    /// <summary>Their id at the identity provider; it outlives their removal, so that they are the same when they are back.</summary>
    public string? ExternalId { get; init; }

    /// <summary>The groups that they are in.</summary>
    public IReadOnlyList<string> GroupIds
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>
    /// Whether groups decide what they may do: those whom the identity provider brought, and whoever was in a group that
    /// gives something.
    /// </summary>
    public bool HasAccessOfGroups { get; init; }

    /// <summary>Whether the company has yet to be told what their groups give them.</summary>
    public bool IsAccessDue { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset ModifiedAt { get; init; }

    /// <summary>Grows with every change.</summary>
    public long Version { get; init; }

    string ISegmentItem.Id => UserId;
}

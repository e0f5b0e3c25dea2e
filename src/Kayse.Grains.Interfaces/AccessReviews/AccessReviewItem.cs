using System.Text.Json.Serialization;
using Kayse.Grains.Members;

namespace Kayse.Grains.AccessReviews;

/// <summary>A member in an access review, as they were when somebody last looked for the review.</summary>
[GenerateSerializer, Immutable, Alias("kayse.access-review-item")]
public sealed record AccessReviewItem
{
    /// <summary>The member.</summary>
    [Id(0)]
    public required string UserId { get; init; }

    /// <summary>What the company calls them; "Deleted person" once their account has been erased.</summary>
    [Id(1)]
    public required string FullName { get; init; }

    /// <summary>Their address; empty once their account has been erased.</summary>
    [Id(2)]
    public required string Email { get; init; }

    /// <summary>Whether they could work in the company.</summary>
    [Id(3)]
    public MemberStatus Status { get; init; }

    /// <summary>When they joined. Who comes back later is not who was reviewed.</summary>
    [Id(4)]
    public DateTimeOffset JoinedAt { get; init; }

    /// <summary>What they might do before the decision.</summary>
    [Id(5)]
    public required ReviewedAccess Access { get; init; }

    /// <summary>When they last used a session in the company; null when they never had.</summary>
    [Id(6)]
    public DateTimeOffset? LastActiveAt { get; init; }

    /// <summary>The version of the member that this shows.</summary>
    [Id(7)]
    public long MemberVersion { get; init; }

    /// <summary>What was decided and carried out; null when nothing was.</summary>
    [Id(8)]
    public ReviewedDecision? Decision { get; init; }

    /// <summary>Whether they were found to be no member any more.</summary>
    [Id(9)]
    public bool HasLeft { get; init; }

    /// <summary>Where they stand.</summary>
    [JsonIgnore]
    public AccessReviewState State =>
        Decision?.Kind switch
        {
            AccessDecision.Keep => AccessReviewState.Kept,
            AccessDecision.Reduce => AccessReviewState.Reduced,
            AccessDecision.Remove => AccessReviewState.Removed,
            _ => HasLeft ? AccessReviewState.Left : AccessReviewState.Undecided,
        };
}

/// <summary>What a member may do, with the names that scopes and agents had then.</summary>
/// <param name="Grant">Role, scopes, permissions and agents.</param>
/// <param name="ScopeNames">Of the scopes in it, in their order.</param>
/// <param name="AgentNames">Of the assigned agents in it, in their order.</param>
[GenerateSerializer, Immutable, Alias("kayse.reviewed-access")]
public sealed record ReviewedAccess(
    [property: Id(0)] AccessGrant Grant,
    [property: Id(1)] IReadOnlyList<string> ScopeNames,
    [property: Id(2)] IReadOnlyList<string> AgentNames
);

/// <summary>A decision about a member's access, which has been carried out.</summary>
/// <param name="Kind">What was decided.</param>
/// <param name="At">When.</param>
/// <param name="ByUserId">Who decided.</param>
/// <param name="Note">Why, in their words, or null.</param>
/// <param name="After">What is left of the access; null unless it was reduced.</param>
[GenerateSerializer, Immutable, Alias("kayse.reviewed-decision")]
public sealed record ReviewedDecision(
    [property: Id(0)] AccessDecision Kind,
    [property: Id(1)] DateTimeOffset At,
    [property: Id(2)] string ByUserId,
    [property: Id(3)] string? Note,
    [property: Id(4)] ReviewedAccess? After
)
{
    /// <summary>What they are called; null where it isn't known. Not stored with each decision.</summary>
    [Id(5), JsonIgnore]
    public string? ByName { get; init; }
}

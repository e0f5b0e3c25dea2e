using Kayse.Grains.Members;

namespace Kayse.Grains.AccessReviews;

/// <summary>Decides about a member's access; nothing is checked yet.</summary>
/// <param name="Decision">What is decided.</param>
/// <param name="Changes">What is taken away; only to reduce.</param>
/// <param name="Note">Why, up to 300 characters, or null.</param>
/// <param name="ExpectedVersion">The version of the member that was looked at; null: the one that the review
/// shows.</param>
[GenerateSerializer, Immutable, Alias("kayse.decide-access")]
public sealed record DecideAccess(
    [property: Id(0)] AccessDecision Decision,
    [property: Id(1)] AccessChange? Changes = null,
    [property: Id(2)] string? Note = null,
    [property: Id(3)] long? ExpectedVersion = null
);

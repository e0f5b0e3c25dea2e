namespace Kayse.Grains.AccessReviews;

/// <summary>An access review of a company (CO-15).</summary>
/// <param name="Id">The review's id.</param>
/// <param name="Name">What it is called, such as <c>Q4 2026</c>.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="StartedAt">When; it is about the members of that moment.</param>
/// <param name="StartedBy">Who started it.</param>
/// <param name="ClosedAt">When it was closed; null while it is open.</param>
/// <param name="ClosedBy">Who closed it; null while it is open.</param>
/// <param name="Counts">How many members stand where.</param>
[GenerateSerializer, Immutable, Alias("kayse.access-review-view")]
public sealed record AccessReviewView(
    [property: Id(0)] string Id,
    [property: Id(1)] string Name,
    [property: Id(2)] AccessReviewStatus Status,
    [property: Id(3)] DateTimeOffset StartedAt,
    [property: Id(4)] Reviewer StartedBy,
    [property: Id(5)] DateTimeOffset? ClosedAt,
    [property: Id(6)] Reviewer? ClosedBy,
    [property: Id(7)] AccessReviewCounts Counts
);

/// <summary>Somebody who takes part in a review.</summary>
/// <param name="UserId">The person.</param>
/// <param name="FullName">What the company called them; "Deleted person" once their account has been erased.</param>
[GenerateSerializer, Immutable, Alias("kayse.reviewer")]
public sealed record Reviewer([property: Id(0)] string UserId, [property: Id(1)] string FullName);

/// <summary>How many members of a review stand where.</summary>
[GenerateSerializer, Immutable, Alias("kayse.access-review-counts")]
public sealed record AccessReviewCounts(
    [property: Id(0)] int Undecided,
    [property: Id(1)] int Kept,
    [property: Id(2)] int Reduced,
    [property: Id(3)] int Removed,
    [property: Id(4)] int Left
)
{
    /// <summary>Nobody.</summary>
    public static readonly AccessReviewCounts None = new(0, 0, 0, 0, 0);

    /// <summary>All members of the review.</summary>
    public int Total => Undecided + Kept + Reduced + Removed + Left;
}

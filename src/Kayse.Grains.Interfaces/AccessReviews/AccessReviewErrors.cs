using Kayse.Grains.Errors;

namespace Kayse.Grains.AccessReviews;

/// <summary>Refusals of access reviews.</summary>
public static class AccessReviewErrors
{
    /// <summary>A company has one open review at a time.</summary>
    public static readonly Refusal Open = new("access_review_open", "An access review is still open. Close it first.");

    /// <summary>Nothing changes in a review that is closed.</summary>
    public static readonly Refusal Closed = new("access_review_closed", "This access review is closed. Start a new one.");

    /// <summary>There are members about whom nobody has decided.</summary>
    public static readonly Refusal Unfinished = new(
        "access_review_unfinished",
        "Some members haven't been reviewed. Decide about them, or confirm that you want to close the review without them."
    );

    /// <summary>What was carried out can't be taken back by another decision.</summary>
    public static readonly Refusal Decided = new(
        "access_review_decided",
        "This decision has already been carried out. To give access back, edit or invite the member."
    );
}

namespace Kayse.Grains.AccessReviews;

/// <summary>Where one member stands in an access review.</summary>
[GenerateSerializer, Alias("kayse.access-review-state")]
public enum AccessReviewState
{
    /// <summary>Nobody has decided about them yet.</summary>
    Undecided = 0,

    /// <summary>They keep their access.</summary>
    Kept = 1,

    /// <summary>Some of their access was taken away.</summary>
    Reduced = 2,

    /// <summary>They were removed by the review.</summary>
    Removed = 3,

    /// <summary>They left the company, or were removed, without a decision of the review.</summary>
    Left = 4,
}

namespace Kayse.Grains.AccessReviews;

/// <summary>Which members of a review are asked for; null lets everybody through.</summary>
/// <param name="State">Where they stand.</param>
/// <param name="Search">Words that must all occur in the name or address; case and accents make no difference.</param>
[GenerateSerializer, Immutable, Alias("kayse.access-review-filter")]
public sealed record AccessReviewFilter([property: Id(0)] AccessReviewState? State, [property: Id(1)] string? Search)
{
    /// <summary>Everybody.</summary>
    public static readonly AccessReviewFilter Everybody = new(null, null);
}

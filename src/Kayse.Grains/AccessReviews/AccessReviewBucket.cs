namespace Kayse.Grains.AccessReviews;

/// <summary>
/// Some members of a review. Who is in which bucket follows from the id, so that one person is found in many reviews
/// without reading all of them.
/// </summary>
internal sealed class AccessReviewBucket
{
    public IReadOnlyList<AccessReviewItem> Items
    {
        get;
        set => field = value ?? [];
    } = [];
}

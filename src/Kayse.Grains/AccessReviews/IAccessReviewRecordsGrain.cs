using Kayse.Grains.Lists;

namespace Kayse.Grains.AccessReviews;

/// <summary>
/// What is kept of a company's access reviews, keyed by company id. It knows nothing of who may read or decide: people
/// come through <see cref="ICompanyAccessReviewsGrain"/>, which authorises. Nothing but an erasure changes a review that
/// is closed.
/// </summary>
[Alias("kayse.access-review-records")]
internal interface IAccessReviewRecordsGrain : IGrainWithStringKey
{
    /// <summary>The reviews: the one that is open, then the others, latest first.</summary>
    [Alias("list")]
    Task<Page<AccessReviewView>> ListAsync(PageRequest page);

    /// <summary>A review; null when there is none.</summary>
    [Alias("find")]
    Task<AccessReviewView?> FindAsync(string reviewId);

    /// <summary>The review that is open; null when none is.</summary>
    [Alias("find-open")]
    Task<AccessReviewView?> FindOpenAsync();

    /// <summary>Stores a new review with its members. May be repeated, until it is there.</summary>
    [Alias("open")]
    Task OpenAsync(AccessReviewRecord review, IReadOnlyList<AccessReviewItem> items);

    /// <summary>Removes what an interrupted <see cref="OpenAsync"/> has left of a review that never came to be.</summary>
    [Alias("discard")]
    Task DiscardAsync(AccessReviewRecord review);

    /// <summary>The members of a review, by name.</summary>
    [Alias("list-items")]
    Task<Page<AccessReviewItem>> ListItemsAsync(string reviewId, AccessReviewFilter filter, PageRequest page);

    /// <summary>A member of a review; null when there is none.</summary>
    [Alias("find-item")]
    Task<AccessReviewItem?> FindItemAsync(string reviewId, string userId);

    /// <summary>Stores a member of a review. May be repeated.</summary>
    /// <param name="reviewId">The review; without effect once it is closed.</param>
    /// <param name="item">The member, who is in it.</param>
    /// <param name="by">Who decided; null when nobody did.</param>
    [Alias("put-item")]
    Task PutItemAsync(string reviewId, AccessReviewItem item, Reviewer? by);

    /// <summary>Closes a review. May be repeated.</summary>
    [Alias("close")]
    Task CloseAsync(string reviewId, Reviewer by, DateTimeOffset at);

    /// <summary>What reviews say of a person, with the ids of the reviews.</summary>
    [Alias("list-of")]
    Task<IReadOnlyList<ReviewedPerson>> ListOfAsync(string userId);

    /// <summary>Forgets who somebody was, as a member or a reviewer, for good. May be repeated.</summary>
    [Alias("erase")]
    Task EraseAsync(string userId);
}

/// <summary>What a review says of a person.</summary>
[GenerateSerializer, Immutable, Alias("kayse.reviewed-person")]
internal sealed record ReviewedPerson([property: Id(0)] AccessReviewView Review, [property: Id(1)] AccessReviewItem Item);

using Kayse.Grains.Lists;
using Kayse.Grains.Members;
using Orleans.Concurrency;

namespace Kayse.Grains.AccessReviews;

/// <summary>
/// The access reviews of a company (CO-15), keyed by company id: who has which access, when they last used it, and
/// whether they keep it. For Admins and above; API keys can only read. Every method refuses <c>forbidden</c>, and
/// <c>not_found</c> when there is no such review or member in it.
/// </summary>
[Alias("kayse.company-access-reviews")]
public interface ICompanyAccessReviewsGrain : IGrainWithStringKey
{
    /// <summary>The reviews: the one that is open, then the others, latest first.</summary>
    [Alias("list"), AlwaysInterleave]
    Task<Page<AccessReviewView>> ListReviewsAsync(Actor actor, PageRequest page);

    /// <summary>One review.</summary>
    [Alias("get"), AlwaysInterleave]
    Task<AccessReviewView> GetReviewAsync(Actor actor, string reviewId);

    /// <summary>
    /// Starts a review of all who are members now. Refuses bad fields, and <c>access_review_open</c> while another is
    /// open. May be repeated.
    /// </summary>
    [Alias("start")]
    Task<AccessReviewView> StartReviewAsync(Actor actor, StartAccessReview command);

    /// <summary>The members of a review, by name.</summary>
    [Alias("list-items"), AlwaysInterleave]
    Task<Page<AccessReviewItem>> ListItemsAsync(Actor actor, string reviewId, AccessReviewFilter filter, PageRequest page);

    /// <summary>One member of a review.</summary>
    [Alias("get-item"), AlwaysInterleave]
    Task<AccessReviewItem> GetItemAsync(Actor actor, string reviewId, string userId);

    /// <summary>
    /// Decides about a member, and carries it out once: reducing and removing are the company's own commands, with what
    /// they refuse. Somebody who has left meanwhile is noted as such. Refuses <c>own_role</c>, <c>forbidden</c> for
    /// members above the actor, bad fields, also for changes that take nothing or give something,
    /// <c>version_conflict</c> when the member's access is not what was looked at (the review shows the present one
    /// then), <c>access_review_decided</c> and <c>access_review_closed</c>.
    /// </summary>
    [Alias("decide")]
    Task<AccessReviewItem> DecideAsync(Actor actor, string reviewId, string userId, DecideAccess command);

    /// <summary>
    /// Closes a review, which has its report then. Refuses <c>access_review_unfinished</c>. May be repeated.
    /// </summary>
    /// <param name="actor">Who closes.</param>
    /// <param name="reviewId">The review.</param>
    /// <param name="confirmed">Whether to close it even if somebody has not been reviewed.</param>
    [Alias("close")]
    Task<AccessReviewView> CloseReviewAsync(Actor actor, string reviewId, bool confirmed);

    /// <summary>Whether the company is reminded of reviews.</summary>
    [Alias("get-reminder"), AlwaysInterleave]
    Task<AccessReviewReminder> GetReminderAsync(Actor actor);

    /// <summary>Turns reminders on or off. May be repeated.</summary>
    [Alias("set-reminder")]
    Task<AccessReviewReminder> SetReminderAsync(Actor actor, bool quarterly);
}

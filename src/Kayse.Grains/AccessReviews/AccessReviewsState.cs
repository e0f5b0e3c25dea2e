using Kayse.Grains.State;

namespace Kayse.Grains.AccessReviews;

[NoPersonalData("Whether a company wants reminders, and what is being done; what stays of that is kept with the reviews.")]
internal sealed record AccessReviewsState
{
    /// <summary>When Super Admins are reminded next; null when they aren't.</summary>
    public DateTimeOffset? NextReminderAt { get; init; }

    /// <summary>What has to follow from the last commands, in order.</summary>
    public IReadOnlyList<AccessReviewStep> Pending
    {
        get;
        init => field = value ?? [];
    } = [];
}

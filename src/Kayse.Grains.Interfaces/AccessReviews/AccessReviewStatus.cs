namespace Kayse.Grains.AccessReviews;

/// <summary>Where an access review stands.</summary>
[GenerateSerializer, Alias("kayse.access-review-status")]
public enum AccessReviewStatus
{
    /// <summary>Decisions are being made.</summary>
    Open = 0,

    /// <summary>It is finished and has its report. Nothing in it changes any more.</summary>
    Closed = 1,
}

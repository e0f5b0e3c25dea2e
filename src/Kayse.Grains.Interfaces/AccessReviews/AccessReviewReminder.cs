namespace Kayse.Grains.AccessReviews;

/// <summary>Whether a company wants to be reminded of access reviews.</summary>
/// <param name="Quarterly">Whether its Super Admins get a mail at the beginning of each quarter.</param>
/// <param name="NextAt">When the next comes; null when none does.</param>
[GenerateSerializer, Immutable, Alias("kayse.access-review-reminder")]
public sealed record AccessReviewReminder([property: Id(0)] bool Quarterly, [property: Id(1)] DateTimeOffset? NextAt);

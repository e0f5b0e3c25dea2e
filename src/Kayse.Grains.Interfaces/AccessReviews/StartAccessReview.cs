namespace Kayse.Grains.AccessReviews;

/// <summary>Starts an access review; nothing is checked yet.</summary>
/// <param name="ReviewId">Its id, a new one: with the same id the command may be repeated.</param>
/// <param name="Name">What it is called, up to 100 characters; null: the quarter, such as <c>Q4 2026</c>.</param>
[GenerateSerializer, Immutable, Alias("kayse.start-access-review")]
public sealed record StartAccessReview([property: Id(0)] string ReviewId, [property: Id(1)] string? Name = null);

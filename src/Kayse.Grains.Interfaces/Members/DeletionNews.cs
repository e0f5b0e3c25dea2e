namespace Kayse.Grains.Members;

/// <summary>That a person has asked for their account to be deleted, or has taken that back.</summary>
/// <param name="UserId">The person.</param>
/// <param name="At">When they did.</param>
/// <param name="DueAt">When it is to be deleted; null when they keep it.</param>
[GenerateSerializer, Immutable, Alias("kayse.deletion-news")]
public sealed record DeletionNews(
    [property: Id(0)] string UserId,
    [property: Id(1)] DateTimeOffset At,
    [property: Id(2)] DateTimeOffset? DueAt
);

using System.Text.Json.Serialization;
using Kayse.Grains.State;

namespace Kayse.Grains.AccessReviews;

/// <summary>A review as it is kept; its members are in <see cref="AccessReviewBucket"/>s.</summary>
[GenerateSerializer, Immutable, Alias("kayse.access-review-record")]
internal sealed record AccessReviewRecord : ISegmentItem
{
    [Id(0)]
    public required string Id { get; init; }

    [Id(1)]
    public required string Name { get; init; }

    [Id(2)]
    public DateTimeOffset StartedAt { get; init; }

    [Id(3)]
    public required string StartedById { get; init; }

    /// <summary>Null while it is open.</summary>
    [Id(4)]
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>Null while it is open.</summary>
    [Id(5)]
    public string? ClosedById { get; init; }

    /// <summary>Into how many buckets its members are spread; never changes.</summary>
    [Id(6)]
    public int Buckets { get; init; }

    /// <summary>How many members stand where, once it is closed; null while it is open.</summary>
    [Id(7)]
    public AccessReviewCounts? Counts { get; init; }

    /// <summary>Everybody who takes part in it, with their name.</summary>
    [Id(8)]
    public IReadOnlyList<Reviewer> Reviewers
    {
        get;
        init => field = value ?? [];
    } = [];

    [JsonIgnore]
    public bool IsOpen => ClosedAt is null;

    public Reviewer? Find(string? userId) => Reviewers.FirstOrDefault(reviewer => reviewer.UserId == userId);

    /// <summary>The record with somebody among those who take part, by their present name.</summary>
    public AccessReviewRecord With(Reviewer reviewer) =>
        Reviewers.Contains(reviewer)
            ? this
            : this with
            {
                Reviewers = [.. Reviewers.Where(other => other.UserId != reviewer.UserId), reviewer],
            };

    /// <summary>The review as people see it.</summary>
    /// <param name="counts">How many members stand where.</param>
    public AccessReviewView ViewOf(AccessReviewCounts counts) =>
        new(
            Id,
            Name,
            IsOpen ? AccessReviewStatus.Open : AccessReviewStatus.Closed,
            StartedAt,
            Find(StartedById)!,
            ClosedAt,
            Find(ClosedById),
            counts
        );
}

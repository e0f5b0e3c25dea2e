using System.Text.Json;
using Kayse.Grains.AccessReviews;
using Kayse.Grains.Members;

namespace Kayse.Grains.Tests.AccessReviews;

/// <summary>No record of a review grows past what storage holds, however many members are in it.</summary>
public sealed class AccessReviewSizeTests
{
    private const int RecordLimit = 512 * 1024;
    private const int Many = 10_000;

    [Fact]
    public void The_fullest_bucket_of_10000_members_with_much_access_fits_a_record()
    {
        var buckets = AccessReviewItems.BucketsFor(Many);
        var fullest = Enumerable
            .Range(0, Many)
            .CountBy(number => AccessReviewItems.NumberOf($"person-{number:d6}", buckets))
            .Max(bucket => bucket.Value);
        var bucket = new AccessReviewBucket { Items = [.. Enumerable.Repeat(Largest(), fullest)] };

        JsonSerializer.SerializeToUtf8Bytes(bucket, StateJson.Options).Length.ShouldBeLessThan(RecordLimit);
    }

    // With as many agents as fit, and 20 of the 200 scopes that a company can have.
    private static AccessReviewItem Largest()
    {
        var wide = new string('w', 200);
        var access = new ReviewedAccess(
            new AccessGrant
            {
                Permissions = Permissions.All,
                ScopeIds = [.. Enumerable.Range(0, 20).Select(number => $"{number:d24}")],
                AgentIds = [.. Enumerable.Range(0, 100).Select(number => $"{number:d40}")],
            },
            [.. Enumerable.Range(0, 20).Select(number => $"{number:d100}")],
            [.. Enumerable.Range(0, 100).Select(number => $"{number:d100}")]
        );
        return new AccessReviewItem
        {
            UserId = new string('u', 24),
            FullName = wide,
            Email = new string('e', 254),
            Access = access,
            Decision = new ReviewedDecision(
                AccessDecision.Reduce,
                DateTimeOffset.UnixEpoch,
                new string('u', 24),
                new string('n', 300),
                access
            ),
        };
    }
}

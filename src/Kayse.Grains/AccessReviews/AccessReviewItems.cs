using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Kayse.Grains.Members;
using Kayse.Grains.State;
using Orleans.Storage;

namespace Kayse.Grains.AccessReviews;

/// <summary>The members of one review, in the records in which they are stored.</summary>
/// <remarks>For use within one activation.</remarks>
internal sealed class AccessReviewItems(GrainRecords records, AccessReviewRecord review)
{
    // A member of a kilobyte may have up to some 30 where they have many agents and scopes.
    private const int InBucket = 4;
    private const int AtOnce = 64;

    private readonly GrainState<AccessReviewBucket>?[] _buckets = new GrainState<AccessReviewBucket>?[review.Buckets];
    private IReadOnlyList<Listed>? _sorted;

    public string ReviewId => review.Id;

    /// <summary>How many buckets as many members need.</summary>
    public static int BucketsFor(int members) => Math.Max(1, (members + InBucket - 1) / InBucket);

    /// <summary>In which of so many buckets a person is.</summary>
    public static int NumberOf(string userId, int buckets)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(userId), hash);
        return (int)(BinaryPrimitives.ReadUInt32BigEndian(hash) % (uint)buckets);
    }

    /// <summary>All of them, by name.</summary>
    public async Task<IReadOnlyList<Listed>> ListAsync() => _sorted ??= Sorted(await ReadAsync());

    /// <summary>All of them, in no order.</summary>
    public async Task<IReadOnlyList<AccessReviewItem>> ReadAsync()
    {
        var items = new List<AccessReviewItem>();
        foreach (var some in Enumerable.Range(0, review.Buckets).Chunk(AtOnce))
            items.AddRange((await Task.WhenAll(some.Select(BucketAsync))).SelectMany(bucket => bucket.State!.Items));
        return items;
    }

    public async Task<AccessReviewItem?> FindAsync(string userId) =>
        (await BucketAsync(NumberOf(userId, review.Buckets))).State!.Items.FirstOrDefault(item => item.UserId == userId);

    /// <summary>Stores a member who is among them.</summary>
    public async Task PutAsync(AccessReviewItem item)
    {
        var bucket = await BucketAsync(NumberOf(item.UserId, review.Buckets));
        bucket.State!.Items = [.. bucket.State.Items.Select(other => other.UserId == item.UserId ? item : other)];
        _sorted = null;
        await records.WriteAsync(NameOf(NumberOf(item.UserId, review.Buckets)), bucket);
    }

    /// <summary>Stores all of them in place of what is there. May be repeated.</summary>
    public async Task ReplaceAsync(IReadOnlyList<AccessReviewItem> items)
    {
        var byBucket = items.ToLookup(item => NumberOf(item.UserId, review.Buckets));
        foreach (var some in Enumerable.Range(0, review.Buckets).Chunk(AtOnce))
            await Task.WhenAll(
                some.Select(number => records.PutAsync(NameOf(number), new AccessReviewBucket { Items = [.. byBucket[number]] }))
            );
    }

    /// <summary>Removes them. May be repeated.</summary>
    public async Task RemoveAsync()
    {
        foreach (var some in Enumerable.Range(0, review.Buckets).Chunk(AtOnce))
            await Task.WhenAll(some.Select(number => records.RemoveAsync<AccessReviewBucket>(NameOf(number))));
    }

    private async Task<GrainState<AccessReviewBucket>> BucketAsync(int number) =>
        _buckets[number] ??= await records.ReadAsync<AccessReviewBucket>(NameOf(number));

    private string NameOf(int number) => FormattableString.Invariant($"review-{review.Id}-{number:d6}");

    private static Listed[] Sorted(IEnumerable<AccessReviewItem> items)
    {
        Listed[] listed = [.. items.Select(item => new Listed(item))];
        Array.Sort(listed, static (one, other) => string.CompareOrdinal(one.Key, other.Key));
        return listed;
    }

    /// <summary>A member as lists show them.</summary>
    internal sealed class Listed(AccessReviewItem item)
    {
        private readonly string _text = SearchText.Of($"{item.FullName}\n{item.Email}");

        public AccessReviewItem Item => item;

        /// <summary>Unique, and in the order of names.</summary>
        public string Key { get; } = $"{SearchText.Of(item.FullName)}\n{item.UserId}";

        public bool Matches(AccessReviewState? state, IReadOnlyList<string> words) =>
            (state is null || state == item.State) && words.All(word => _text.Contains(word, StringComparison.Ordinal));
    }
}

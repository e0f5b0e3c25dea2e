using System.Globalization;
using Kayse.Grains.Lists;
using Kayse.Grains.Members;
using Kayse.Grains.State;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Placement;
using Orleans.Storage;

namespace Kayse.Grains.AccessReviews;

[GrainType("access-review-records"), PreferLocalPlacement]
internal sealed class AccessReviewRecordsGrain : DurableGrain, IAccessReviewRecordsGrain
{
    private const int ReviewsInSegment = 100;

    private readonly GrainRecords _records;
    private readonly SegmentedList<AccessReviewRecord> _reviews;

    // One review's members at a time: those who decide look at one review.
    private AccessReviewItems? _items;

    public AccessReviewRecordsGrain([FromKeyedServices(Storage)] IGrainStorage storage, IGrainContext context)
    {
        _records = new GrainRecords(storage, context.GrainId, DeactivateOnIdle);
        _reviews = new SegmentedList<AccessReviewRecord>(_records, "reviews", ReviewsInSegment);
    }

    public override Task OnActivateAsync(CancellationToken cancellationToken) => _reviews.LoadAsync();

    public async Task<Page<AccessReviewView>> ListAsync(PageRequest page)
    {
        var cut = Paging.Cut(_reviews.Items, LatestFirst, page);
        var views = new List<AccessReviewView>(cut.Items.Count);
        foreach (var review in cut.Items)
            views.Add(await ViewOfAsync(review));
        return new Page<AccessReviewView>(views, cut.NextCursor, cut.Total);
    }

    public async Task<AccessReviewView?> FindAsync(string reviewId) =>
        _reviews.Find(reviewId) is { } review ? await ViewOfAsync(review) : null;

    public async Task<AccessReviewView?> FindOpenAsync() =>
        _reviews.Items.FirstOrDefault(review => review.IsOpen) is { } review ? await ViewOfAsync(review) : null;

    public async Task OpenAsync(AccessReviewRecord review, IReadOnlyList<AccessReviewItem> items)
    {
        if (_reviews.Find(review.Id) is not null)
            return;
        await new AccessReviewItems(_records, review).ReplaceAsync(items);
        await _reviews.PutAsync(review);
    }

    public Task DiscardAsync(AccessReviewRecord review) =>
        _reviews.Find(review.Id) is null ? new AccessReviewItems(_records, review).RemoveAsync() : Task.CompletedTask;

    public async Task<Page<AccessReviewItem>> ListItemsAsync(string reviewId, AccessReviewFilter filter, PageRequest page)
    {
        if (_reviews.Find(reviewId) is not { } review)
            return new Page<AccessReviewItem>([], null, 0);
        var words = SearchText.WordsOf(filter.Search);
        var matching = (await ItemsOf(review).ListAsync()).Where(member => member.Matches(filter.State, words));
        var cut = Paging.Cut(matching, member => member.Key, page);
        return new Page<AccessReviewItem>([.. cut.Items.Select(member => Named(review, member.Item))], cut.NextCursor, cut.Total);
    }

    public async Task<AccessReviewItem?> FindItemAsync(string reviewId, string userId) =>
        _reviews.Find(reviewId) is { } review && await ItemsOf(review).FindAsync(userId) is { } item ? Named(review, item) : null;

    public async Task PutItemAsync(string reviewId, AccessReviewItem item, Reviewer? by)
    {
        if (_reviews.Find(reviewId) is not { IsOpen: true } review)
            return;
        if (by is not null && review.With(by) is var next && next != review)
            await _reviews.PutAsync(next);
        await ItemsOf(review).PutAsync(item);
    }

    public async Task CloseAsync(string reviewId, Reviewer by, DateTimeOffset at)
    {
        if (_reviews.Find(reviewId) is not { IsOpen: true } review)
            return;
        var counts = await CountAsync(review);
        await _reviews.PutAsync(review.With(by) with { ClosedAt = at, ClosedById = by.UserId, Counts = counts });
    }

    public async Task<IReadOnlyList<ReviewedPerson>> ListOfAsync(string userId)
    {
        var found = new List<ReviewedPerson>();
        foreach (var review in _reviews.Items.ToList())
        {
            if (await OneOff(review).FindAsync(userId) is { } item)
                found.Add(new ReviewedPerson(review.ViewOf(review.Counts ?? AccessReviewCounts.None), item));
        }

        return found;
    }

    public async Task EraseAsync(string userId)
    {
        foreach (var review in _reviews.Items.ToList())
        {
            var items = OneOff(review);
            if (await items.FindAsync(userId) is { } item)
                await items.PutAsync(AccessReviewRules.Erased(item, review.IsOpen));
            if (review.Find(userId) is not null)
                await _reviews.PutAsync(review.With(AccessReviewRules.Erased(userId)));
        }
    }

    // The one that is open before all others, as it is the one that people come for.
    private static string LatestFirst(AccessReviewRecord review) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{(review.IsOpen ? 0 : 1)} {DateTime.MaxValue.Ticks - review.StartedAt.UtcTicks:d19} {review.Id}"
        );

    private async Task<AccessReviewView> ViewOfAsync(AccessReviewRecord review) =>
        review.ViewOf(review.Counts ?? await CountAsync(review));

    private async Task<AccessReviewCounts> CountAsync(AccessReviewRecord review) =>
        AccessReviewRules.Count((await ItemsOf(review).ReadAsync()).Select(item => item.State));

    private static AccessReviewItem Named(AccessReviewRecord review, AccessReviewItem item) =>
        item.Decision is { } decision
            ? item with
            {
                Decision = decision with { ByName = review.Find(decision.ByUserId)?.FullName },
            }
            : item;

    private AccessReviewItems ItemsOf(AccessReviewRecord review) =>
        _items?.ReviewId == review.Id ? _items : _items = new AccessReviewItems(_records, review);

    // Without letting go of the review that somebody works on.
    private AccessReviewItems OneOff(AccessReviewRecord review) =>
        _items?.ReviewId == review.Id ? _items : new AccessReviewItems(_records, review);
}

using Kayse.Grains.Members;
using Kayse.Grains.Privacy;
using Kayse.Grains.State;

namespace Kayse.Grains.AccessReviews;

/// <summary>What access reviews of their companies say of a person.</summary>
internal sealed class AccessReviewExporter()
    : JsonExporter<AccessReviewExporter.Item>(
        "access-reviews.json",
        "What was decided about your access in reviews of your companies.",
        typeof(AccessReviewBucket),
        typeof(SegmentState<AccessReviewRecord>)
    )
{
    protected override async Task<(IReadOnlyList<Item> Items, string? Next)> ReadItemsAsync(ExportContext context, string? cursor)
    {
        var at = CompanyCursor.Parse(context, cursor);
        if (at.CompanyId is not { } companyId)
            return ([], null);
        var found = await context.Grains.GetGrain<IAccessReviewRecordsGrain>(companyId).ListOfAsync(context.UserId);
        return ([.. found.Select(reviewed => ItemOf(companyId, reviewed))], at.After(context, nextPage: null));
    }

    private static Item ItemOf(string companyId, ReviewedPerson reviewed)
    {
        var (review, item) = (reviewed.Review, reviewed.Item);
        return new Item(
            companyId,
            review.Name,
            review.StartedAt,
            item.FullName,
            item.Email,
            item.Access.Grant.Role,
            item.Access.Grant.EffectivePermissions(),
            item.Access.ScopeNames,
            item.Access.AgentNames,
            item.LastActiveAt,
            item.State,
            item.Decision?.At,
            item.Decision?.Note
        );
    }

    internal sealed record Item(
        string CompanyId,
        string Review,
        DateTimeOffset StartedAt,
        string FullName,
        string Email,
        Role Role,
        IReadOnlyList<string> Permissions,
        IReadOnlyList<string> Scopes,
        IReadOnlyList<string> Agents,
        DateTimeOffset? LastActiveAt,
        AccessReviewState State,
        DateTimeOffset? DecidedAt,
        string? Note
    );
}

using Kayse.Grains.Lists;
using Kayse.Grains.Privacy;

namespace Kayse.Grains.Audit;

/// <summary>
/// What a person did in their companies, and what was done to them. Who else had a part in it is named by id alone.
/// </summary>
internal sealed class AuditExporter(string fileName, string description, bool isOfOwnActs)
    : JsonExporter<AuditExporter.Item>(
        fileName,
        description,
        typeof(AuditSegmentState),
        typeof(AuditLargeEntryState),
        typeof(AuditPersonState)
    )
{
    /// <summary>What they did.</summary>
    public static AuditExporter OfOwnActs => new("audit-own-acts.json", "What you did in your companies.", isOfOwnActs: true);

    /// <summary>What others did to them.</summary>
    public static AuditExporter OfActsOnThem =>
        new("audit-acts-on-you.json", "What others did to your membership or account.", isOfOwnActs: false);

    protected override async Task<(IReadOnlyList<Item> Items, string? Next)> ReadItemsAsync(ExportContext context, string? cursor)
    {
        var at = CompanyCursor.Parse(context, cursor);
        if (at.CompanyId is not { } companyId)
            return ([], null);
        var filter = isOfOwnActs
            ? AuditFilter.Everything with
            {
                ActorId = context.UserId,
            }
            : AuditFilter.Everything with
            {
                TargetId = context.UserId,
            };
        var page = await context.Grains.GetGrain<IAuditLogGrain>(companyId).ListAsync(filter, new PageRequest(PageSize, at.Cursor));
        var entries = page.Items.Where(entry => isOfOwnActs || entry.Record.Actor.UserId != context.UserId);
        return ([.. entries.Select(entry => ItemOf(context.UserId, entry))], at.After(context, page.NextCursor));
    }

    private static Item ItemOf(string userId, AuditEntry entry)
    {
        var (record, isOwnAct, isOnThem) = (entry.Record, entry.Record.Actor.UserId == userId, entry.Record.Target.Id == userId);
        return new Item(
            record.CompanyId,
            entry.Sequence,
            record.At,
            record.Action,
            record.Actor.UserId,
            record.Target.Kind,
            record.Target.Id,
            [
                .. record
                    .Changes.Where(change => isOnThem || !change.Personal)
                    .Select(change => new Change(change.Field, change.Before, change.After)),
            ],
            isOwnAct ? record.IpAddress : null,
            isOwnAct ? record.SessionId : null
        );
    }

    internal sealed record Item(
        string CompanyId,
        long Sequence,
        DateTimeOffset At,
        string Action,
        string? ActorId,
        string TargetKind,
        string TargetId,
        IReadOnlyList<Change> Changes,
        string? IpAddress,
        string? SessionId
    );

    internal sealed record Change(string Field, string? Before, string? After);
}

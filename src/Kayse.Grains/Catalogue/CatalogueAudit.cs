using System.Text.Encodings.Web;
using System.Text.Json;
using Kayse.Grains.Audit;
using Kayse.Grains.Tokens;

namespace Kayse.Grains.Catalogue;

/// <summary>What a change of the catalogue looks like in the audit log: what was added, removed and changed.</summary>
internal static class CatalogueAudit
{
    // A whole catalogue that is new is thousands of names; the log tells how many the rest are.
    private const int MaxListed = 25;

    private static readonly JsonSerializerOptions _json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static AuditRecord Replaced(
        string companyId,
        CatalogueKind kind,
        IReadOnlyList<CatalogueItem> before,
        IReadOnlyList<CatalogueItem> after,
        AuditOrigin by,
        TimeProvider clock
    ) =>
        new(
            EntityId.New(clock),
            clock.GetUtcNow(),
            by.Actor,
            AuditActions.CatalogueUpdated,
            kind == CatalogueKind.Agents
                ? new AuditTarget(AuditTargetKinds.Catalogue, "agents", "Agents")
                : new AuditTarget(AuditTargetKinds.Catalogue, "case-types", "Case types"),
            Changes(before, after, CatalogueRules.IdComparer(kind)),
            by.IpAddress,
            by.SessionId,
            companyId
        );

    public static IReadOnlyList<AuditChange> Changes(
        IReadOnlyList<CatalogueItem> before,
        IReadOnlyList<CatalogueItem> after,
        StringComparer ids
    )
    {
        var was = before.ToDictionary(item => item.Id, ids);
        var now = after.ToDictionary(item => item.Id, ids);
        var changed = after.Where(item => was.TryGetValue(item.Id, out var old) && old != item).ToList();
        AuditChange[] changes =
        [
            new("added", null, Listed(after.Where(item => !was.ContainsKey(item.Id))), Personal: false),
            new("removed", Listed(before.Where(item => !now.ContainsKey(item.Id))), null, Personal: false),
            new("changed", Listed(changed.Select(item => was[item.Id])), Listed(changed), Personal: false),
        ];
        return [.. changes.Where(change => change.Before is not null || change.After is not null)];
    }

    private static string? Listed(IEnumerable<CatalogueItem> items)
    {
        var all = items.Select(InWords).ToList();
        if (all.Count == 0)
            return null;
        var shown = all.Count <= MaxListed ? all : [.. all.Take(MaxListed), $"and {all.Count - MaxListed} more"];
        return JsonSerializer.Serialize(shown, _json);
    }

    private static string InWords(CatalogueItem item) =>
        $"{item.Id}: {item.Name}{(item.Kind is { } kind ? $" ({kind})" : "")}{(item.Archived ? ", archived" : "")}";
}

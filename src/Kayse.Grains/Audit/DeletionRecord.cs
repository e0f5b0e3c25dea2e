using System.Text.Json;

namespace Kayse.Grains.Audit;

/// <summary>
/// The entry that records a deletion of older ones. It stands in the chain, so that where the log begins can't be moved
/// by somebody who doesn't forge the rest of it.
/// </summary>
internal static class DeletionRecord
{
    private const string Count = "deletedEntries";
    private const string Hash = "lastDeletedHash";
    private const string Before = "olderThan";

    public static AuditRecord Of(AuditDeletion deletion, string companyId) =>
        new(
            deletion.Id,
            deletion.At,
            AuditActor.Nobody,
            AuditActions.AuditEntriesDeleted,
            new AuditTarget(AuditTargetKinds.Company, companyId, "Audit log"),
            [
                new(Count, null, JsonSerializer.Serialize(deletion.Count), Personal: false),
                new(Hash, null, JsonSerializer.Serialize(Convert.ToHexStringLower(deletion.Hash)), Personal: false),
                new(Before, null, JsonSerializer.Serialize(deletion.Before.UtcDateTime), Personal: false),
            ],
            null,
            null,
            companyId
        );

    /// <summary>Whether an entry records that the log begins at this place.</summary>
    public static bool IsOf(AuditRecord record, AuditChainPoint beginning) =>
        record.Action == AuditActions.AuditEntriesDeleted
        && ValueOf(record, Count) == JsonSerializer.Serialize(beginning.Count)
        && ValueOf(record, Hash) == JsonSerializer.Serialize(beginning.Hash);

    private static string? ValueOf(AuditRecord record, string field) =>
        record.Changes.FirstOrDefault(change => change.Field == field)?.After;
}

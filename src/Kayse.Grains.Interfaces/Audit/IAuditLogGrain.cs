using Kayse.Grains.Lists;

namespace Kayse.Grains.Audit;

/// <summary>
/// What was done in a company, keyed by company id: append-only, each entry carrying the hash of the one before. It
/// knows nothing of who may read it; people read through the company, which authorises. Names and personal values are
/// kept encrypted under a key for each person, so that they can be erased without breaking the chain. Entries beyond the
/// retention period are deleted from its beginning (CO-14), and the log says so: the rest can still be verified.
/// </summary>
[Alias("kayse.audit-log")]
public interface IAuditLogGrain : IGrainWithStringKey
{
    /// <summary>
    /// Appends the records in this order; on disk when the task completes. A record that is there already is skipped,
    /// however long ago it was appended, so this may be repeated.
    /// </summary>
    [Alias("append")]
    Task AppendAsync(IReadOnlyList<AuditRecord> records);

    /// <summary>The entries that a filter lets through, latest first, with how many there are.</summary>
    [Alias("list")]
    Task<Page<AuditEntry>> ListAsync(AuditFilter filter, PageRequest page);

    /// <summary>
    /// The events for other services that come after a cursor (null: from the beginning), oldest first: none is ever
    /// skipped or given twice, but for those that were deleted meanwhile (CO-14).
    /// </summary>
    [Alias("read-events")]
    Task<CompanyEvents> ReadEventsAsync(string? after, int limit);

    /// <summary>The cursor after the last event: from it on only what is yet to come is read.</summary>
    [Alias("get-events-cursor")]
    Task<string> GetEventsCursorAsync();

    /// <summary>
    /// Sets whether the company's webhooks are told, by a hint that may get lost, when there are new events. May be
    /// repeated.
    /// </summary>
    [Alias("announce-events")]
    Task AnnounceEventsAsync(bool isWanted);

    /// <summary>
    /// Checks the next stretch of the chain against what is stored, from where the last stretch ended (null: from the
    /// beginning). The chain holds when the answer is <see cref="AuditVerification.IsComplete"/> and
    /// <see cref="AuditVerification.BrokenAt"/> is null. Refuses a place among the entries that were deleted.
    /// </summary>
    [Alias("verify")]
    Task<AuditVerification> VerifyAsync(AuditChainPoint? from);

    /// <summary>
    /// The next entries from a place on, oldest first, with what their hashes were made of; none after the last.
    /// </summary>
    [Alias("read-chain")]
    Task<IReadOnlyList<AuditChainEntry>> ReadChainAsync(long from);

    /// <summary>
    /// Forgets the name, IP addresses and personal values of a person, for good; the invitation that they accepted is
    /// forgotten with them. Their entries stay, by "Deleted person", and so they do when more is appended about them.
    /// Takes a user id or the id of an invitation. May be repeated.
    /// </summary>
    [Alias("erase")]
    Task EraseAsync(string personId);

    /// <summary>
    /// Sets for how many days the company wants entries to be kept; null: the operator's default. What is older is
    /// deleted by a reminder, which first comes a day later. May be repeated.
    /// </summary>
    [Alias("keep-for")]
    Task KeepForAsync(int? days);
}

using System.Globalization;
using System.Text;

namespace Kayse.Grains.Notifications;

/// <summary>What of an inbox is in the feed.</summary>
internal static class FeedRules
{
    /// <summary>How many notifications a feed has at most.</summary>
    public const int MaxShown = 500;

    /// <summary>How many events an inbox remembers, in the feed or not.</summary>
    public const int MaxEntries = 2_000;

    // Together with what waits, the state stays well under 512 KiB.
    private const int MaxRecent = 32;
    private const int MaxRecentWeight = 64 * 1024;

    /// <summary>Those of the entries that a company's feed has, earliest first.</summary>
    /// <param name="entries">The entries, earliest first.</param>
    /// <param name="companyId">The company.</param>
    /// <param name="keptSince">What arrived before this is no longer shown.</param>
    public static IEnumerable<InboxEntry> FeedOf(IReadOnlyList<InboxEntry> entries, string companyId, DateTimeOffset keptSince) =>
        entries.Where(entry => entry.IsShown).TakeLast(MaxShown).Where(entry => entry.CompanyId == companyId && entry.At >= keptSince);

    /// <summary>Whether the latest entries have to go to a segment before others are added.</summary>
    public static bool IsFull(IReadOnlyList<InboxEntry> recent) => recent.Count >= MaxRecent || recent.Sum(WeightOf) >= MaxRecentWeight;

    /// <summary>The segments that are no longer needed, earliest first.</summary>
    public static IEnumerable<InboxSegmentSummary> Outdated(IReadOnlyList<InboxSegmentSummary> older)
    {
        var (shown, entries) = (older.Sum(segment => segment.Shown), older.Sum(segment => segment.Entries));
        foreach (var segment in older)
        {
            (shown, entries) = (shown - segment.Shown, entries - segment.Entries);
            if (shown < MaxShown && entries < MaxEntries)
                yield break;
            yield return segment;
        }
    }

    public static string IdOf(InboxEntry entry) => entry.Number.ToString(CultureInfo.InvariantCulture);

    public static NotificationView ViewOf(InboxEntry entry) =>
        new(IdOf(entry), entry.Sequence, entry.Event.Id, entry.Event.Type, entry.Event.Title, entry.At)
        {
            Body = entry.Event.Body,
            CaseId = entry.Event.CaseId,
            CaseType = entry.Event.CaseType,
            Priority = entry.Event.Priority,
            ReadAt = entry.ReadAt ?? entry.ArchivedAt,
            ArchivedAt = entry.ArchivedAt,
            Silent = entry.Silent,
        };

    // As JSON may have it: some letters become six.
    private static int WeightOf(InboxEntry entry) =>
        512 + (2 * (Encoding.UTF8.GetByteCount(entry.Event.Title) + Encoding.UTF8.GetByteCount(entry.Event.Body ?? "")));
}

using System.Globalization;
using Kayse.Grains.Lists;

namespace Kayse.Grains.Audit;

/// <summary>
/// Places in the log as its two readings give them out: entries are never moved, so a sequence stays right whatever is
/// appended.
/// </summary>
internal static class AuditCursor
{
    private const string Entries = "audit";
    private const string Events = "events";

    public static string OfEntry(long sequence) => Paging.Encode(Text(sequence), Entries);

    public static long ParseEntry(string cursor) => Paging.DecodeNumber(cursor, Entries);

    /// <summary>Kept by other services between their reads, so it means the same in every release.</summary>
    public static string OfEvent(long sequence) => Paging.Encode(Text(sequence), Events);

    /// <param name="after">The cursor.</param>
    /// <param name="field">What the caller knows it by.</param>
    public static long ParseEvent(string after, string field = "after") => Paging.DecodeNumber(after, Events, field);

    private static string Text(long sequence) => sequence.ToString(CultureInfo.InvariantCulture);
}

using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Kayse.Grains.Audit;

/// <summary>
/// Follows the audit log of a company's export, line by line, without the installation. Names and personal values are
/// encrypted where they are hashed; the readable ones beside them are not covered.
/// </summary>
public sealed class ExportedAuditChain
{
    private byte[] _hash;
    private AuditChainPoint _beginning;

    /// <param name="companyId">The company whose log it is.</param>
    public ExportedAuditChain(string companyId)
    {
        _hash = StoredEntry.HashBeforeFirst(companyId);
        _beginning = new AuditChainPoint(0, Hash);
    }

    /// <summary>How many entries the log has had up to the last that was followed.</summary>
    public long Count { get; private set; }

    /// <summary>How many of them were deleted at the end of their retention period.</summary>
    public long Deleted => _beginning.Count;

    /// <summary>The hash that the first entry in the file has of the one before it.</summary>
    public string BeginningHash => _beginning.Hash;

    /// <summary>Whether an entry that was followed says that those before the first were deleted.</summary>
    public bool IsBeginningRecorded { get; private set; } = true;

    /// <summary>The hash of the last of them, in hexadecimal.</summary>
    public string Hash => Convert.ToHexStringLower(_hash);

    /// <summary>Takes the next line; false when it isn't the entry that belongs there.</summary>
    public bool TryAdd(string line)
    {
        try
        {
            using var read = JsonDocument.Parse(line);
            var stored = Encoding.UTF8.GetBytes(read.RootElement.GetProperty("stored").GetString()!);
            var entry = StoredEntry.Parse(stored);
            var hash = StoredEntry.HashOf(stored);
            if (Count == 0 && entry.Sequence > 0)
                BeginAt(entry);
            if (
                entry.Sequence != Count
                || !CryptographicOperations.FixedTimeEquals(entry.Previous, _hash)
                || !read.RootElement.GetProperty("hash").ValueEquals(Convert.ToHexStringLower(hash))
                || !IsSame(entry.Record, read.RootElement.GetProperty("entry"))
            )
                return false;
            (_hash, Count) = (hash, Count + 1);
            IsBeginningRecorded |= DeletionRecord.IsOf(entry.Record, _beginning);
            return true;
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return false;
        }
    }

    // Who checks the file learns below whether the log says so as well.
    private void BeginAt(StoredEntry first)
    {
        (_hash, Count) = (first.Previous, first.Sequence);
        _beginning = new AuditChainPoint(Count, Hash);
        IsBeginningRecorded = false;
    }

    // What can be read of an entry says of it what was hashed, but for what is personal.
    private static bool IsSame(AuditRecord record, JsonElement entry) =>
        entry.GetProperty("id").ValueEquals(record.Id)
        && entry.GetProperty("at").GetDateTimeOffset() == record.At
        && entry.GetProperty("action").ValueEquals(record.Action)
        && entry.GetProperty("actor").GetProperty("userId").GetString() == record.Actor.UserId
        && entry.GetProperty("target").GetProperty("kind").ValueEquals(record.Target.Kind)
        && entry.GetProperty("target").GetProperty("id").ValueEquals(record.Target.Id)
        && record
            .Changes.Where(change => !change.Personal)
            .All(change => IsSame(change.Before, change.Field, entry, "before") && IsSame(change.After, change.Field, entry, "after"));

    private static bool IsSame(string? value, string field, JsonElement entry, string side)
    {
        var read =
            entry.GetProperty(side) is { ValueKind: JsonValueKind.Object } fields && fields.TryGetProperty(field, out var found)
                ? found
                : default;
        if (value is null)
            return read.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null;
        using var expected = JsonDocument.Parse(value);
        return read.ValueKind != JsonValueKind.Undefined && JsonElement.DeepEquals(read, expected.RootElement);
    }
}

using System.Text.Json;

namespace Kayse.Grains.Audit;

/// <summary>Follows the chain from a place of it, segment by segment. That place has to be confirmed first.</summary>
internal sealed class AuditChainCheck
{
    private readonly long _deleted;
    private AuditChainPoint _confirmed;
    private byte[] _hash;
    private long? _brokenAt;

    /// <param name="beginning">Where the chain begins.</param>
    /// <param name="from">Where to begin to look; null for there.</param>
    public AuditChainCheck(AuditChainPoint beginning, AuditChainPoint? from)
    {
        (_confirmed, _deleted) = (beginning, beginning.Count);
        _hash = Convert.FromHexString((from ?? beginning).Hash);
        Count = (from ?? beginning).Count;
    }

    /// <summary>How many entries come before the next one to be looked at.</summary>
    public long Count { get; private set; }

    public bool IsBroken => _brokenAt is not null;

    /// <summary>
    /// Looks at the next entries, up to the end of their segment; <paramref name="head"/> is the hash that is stored for
    /// the last, and <paramref name="known"/> answers what is known besides of the entries before a place, or null.
    /// </summary>
    public void AddSegment(IReadOnlyList<byte[]> entries, byte[]? head, Func<long, byte[]?> known)
    {
        var end = Count + entries.Count;
        foreach (var entry in entries)
            Add(entry);
        if (entries.Count == 0 || Count < end)
            Break(Count);
        else if (known(Count) is { } hash && !Is(hash))
            Break(Count - 1);
        else
            Confirm(head);
    }

    /// <summary>Says that there are only so many entries.</summary>
    public void End(long entries)
    {
        if (Count > entries)
            Break(entries);
    }

    /// <summary>Says that the log has no entry by which it begins where it does.</summary>
    public void MissesDeletion() => Break(_deleted);

    /// <summary>Compares with a hash that is known from elsewhere for the entries so far.</summary>
    public void Confirm(byte[]? hash)
    {
        if (IsBroken)
            return;
        if (hash is null || !Is(hash))
            Break(Count - 1);
        else
            _confirmed = new AuditChainPoint(Count, Convert.ToHexStringLower(_hash));
    }

    public AuditVerification Result(bool isComplete) => new(_confirmed, _brokenAt, isComplete || IsBroken, _deleted);

    private void Add(byte[] bytes)
    {
        if (IsBroken)
            return;
        if (Read(bytes) is not { } entry || entry.Sequence != Count)
        {
            Break(Count);
            return;
        }

        // An entry vouches for the one before it.
        Confirm(entry.Previous);
        if (IsBroken)
            return;
        _hash = StoredEntry.HashOf(bytes);
        Count++;
    }

    private bool Is(byte[] hash) => hash.AsSpan().SequenceEqual(_hash);

    private void Break(long at) => _brokenAt ??= Math.Max(at, 0);

    private static StoredEntry? Read(byte[] bytes)
    {
        try
        {
            return bytes.Length == 0 ? null : StoredEntry.Parse(bytes);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

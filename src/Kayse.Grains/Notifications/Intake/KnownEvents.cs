using System.Buffers.Binary;
using Kayse.Grains.State;

namespace Kayse.Grains.Notifications;

/// <summary>
/// The events that a company's intake has taken in the last 7 days: those still to be delivered, and the fingerprints of
/// the others, in segments of a day each.
/// </summary>
internal sealed class KnownEvents(GrainRecords records, TimeProvider clock)
{
    /// <summary>How many an intake remembers; a company has 16 of them.</summary>
    public const int Capacity = 100_000;

    private const int Days = 7;
    private const int EntryLength = 12;
    private const int SegmentLength = 2_000 * EntryLength;

    private readonly Segments<DeliveredEvents> _segments = new(records, "ids");
    private readonly Dictionary<ulong, uint> _known = [];

    public int Count => _known.Count;

    private int Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).DayNumber;

    public async Task LoadAsync(int first)
    {
        await _segments.LoadAsync(first);
        for (var number = first; number < _segments.End; number++)
            ForEach(_segments[number], (id, content) => _known[id] = content);
    }

    /// <summary>Whether an event is known, and by the same content.</summary>
    public bool TryFind(NotificationEvent happened, out bool isSame)
    {
        var isKnown = _known.TryGetValue(EventFingerprint.OfId(happened.Id), out var content);
        isSame = isKnown && content == EventFingerprint.OfContent(happened);
        return isKnown;
    }

    /// <summary>Knows an event that waits to be delivered, and is stored by that.</summary>
    public void Add(NotificationEvent happened) => _known[EventFingerprint.OfId(happened.Id)] = EventFingerprint.OfContent(happened);

    /// <summary>Stores events that were delivered. May be repeated.</summary>
    public async Task StoreAsync(IReadOnlyList<NotificationEvent> delivered)
    {
        foreach (var part in delivered.Chunk(SegmentLength / EntryLength))
        {
            var number = NumberFor(part.Length * EntryLength);
            var segment = _segments[number];
            var fingerprints = new byte[segment.Fingerprints.Length + (part.Length * EntryLength)];
            segment.Fingerprints.CopyTo(fingerprints, 0);
            var at = segment.Fingerprints.Length;
            foreach (var happened in part)
            {
                BinaryPrimitives.WriteUInt64BigEndian(fingerprints.AsSpan(at), EventFingerprint.OfId(happened.Id));
                BinaryPrimitives.WriteUInt32BigEndian(fingerprints.AsSpan(at + sizeof(ulong)), EventFingerprint.OfContent(happened));
                at += EntryLength;
            }

            segment.Fingerprints = fingerprints;
            _segments.MarkChanged(number);
        }

        await _segments.SaveAsync();
    }

    /// <summary>The first segment of which an event is to be remembered, counted from one that may be too old.</summary>
    public int FirstRemembered(int first)
    {
        while (first < _segments.End && _segments[first].Day < Today - Days)
            first++;
        return first;
    }

    /// <summary>Forgets a segment that is too old.</summary>
    public Task ForgetAsync(int number)
    {
        ForEach(_segments[number], (id, _) => _known.Remove(id));
        return _segments.RemoveAsync(number);
    }

    private int NumberFor(int length)
    {
        var last = _segments.End - 1;
        if (_segments.HeldCount > 0 && _segments[last].Day == Today && _segments[last].Fingerprints.Length + length <= SegmentLength)
            return last;
        _segments.Add().Day = Today;
        return _segments.End - 1;
    }

    private static void ForEach(DeliveredEvents segment, Action<ulong, uint> use)
    {
        for (var at = 0; at + EntryLength <= segment.Fingerprints.Length; at += EntryLength)
        {
            var entry = segment.Fingerprints.AsSpan(at, EntryLength);
            use(BinaryPrimitives.ReadUInt64BigEndian(entry), BinaryPrimitives.ReadUInt32BigEndian(entry[sizeof(ulong)..]));
        }
    }
}

using Kayse.Grains.State;

namespace Kayse.Grains.Notifications;

/// <summary>Accepted events that are still to be delivered, in segments in the order in which they came.</summary>
internal sealed class EventQueue(GrainRecords records)
{
    /// <summary>How many may wait: those of a few inboxes that can't be reached must not fill the memory.</summary>
    public const int Capacity = 20_000;

    // As JSON may have it at worst, so that a segment stays under 512 KiB.
    private const int SegmentWeight = 384 * 1024;
    private const int PerSegment = 1_000;

    private readonly Segments<PendingEvents> _segments = new(records, "pending");
    private readonly HashSet<long> _delivered = [];
    private int _first;
    private int _lastWeight;

    public int Count { get; private set; }

    /// <summary>The first segment that is still needed.</summary>
    public int First => _first;

    /// <summary>The sequence of the last of them, stored or not.</summary>
    public long LastSequence { get; private set; }

    /// <summary>All of them, earliest first.</summary>
    public IEnumerable<SequencedEvent> All =>
        Enumerable.Range(_first, _segments.End - _first).SelectMany(number => _segments[number].Events);

    /// <summary>Those that are still to be delivered, earliest first.</summary>
    public IEnumerable<SequencedEvent> Waiting => All.Where(queued => !_delivered.Contains(queued.Sequence));

    public async Task LoadAsync(int first)
    {
        _first = first;
        await _segments.LoadAsync(first);
        Count = All.Count();
        LastSequence = All.LastOrDefault()?.Sequence ?? 0;
        _lastWeight = SegmentWeight;
    }

    /// <summary>Adds in memory; stored by <see cref="SaveAsync"/>.</summary>
    public void Add(NotificationEvent happened)
    {
        var weight = WeightOf(happened);
        if (_segments.End == _first || _lastWeight + weight > SegmentWeight || _segments[_segments.End - 1].Events.Count >= PerSegment)
        {
            _segments.Add();
            _lastWeight = 0;
        }

        var number = _segments.End - 1;
        var events = _segments[number].Events;
        LastSequence = ((long)number * PerSegment) + events.Count + 1;
        events.Add(new SequencedEvent(LastSequence, happened));
        _lastWeight += weight;
        _segments.MarkChanged(number);
        Count++;
    }

    public Task SaveAsync() => _segments.SaveAsync();

    public void MarkDelivered(IEnumerable<SequencedEvent> events) => _delivered.UnionWith(events.Select(queued => queued.Sequence));

    /// <summary>The segments at the beginning of which everything is delivered; they get no more events.</summary>
    public IReadOnlyList<int> TakeFinished()
    {
        var finished = Enumerable
            .Range(_first, _segments.End - _first)
            .TakeWhile(number => _segments[number].Events.All(queued => _delivered.Contains(queued.Sequence)))
            .ToList();
        if (finished.Count > 0 && finished[^1] == _segments.End - 1)
            _lastWeight = SegmentWeight;
        return finished;
    }

    public IReadOnlyList<NotificationEvent> EventsIn(int number) => [.. _segments[number].Events.Select(queued => queued.Event)];

    /// <summary>Drops a finished segment, once it is stored that it isn't needed.</summary>
    public Task RemoveAsync(int number)
    {
        foreach (var queued in _segments[number].Events)
            _delivered.Remove(queued.Sequence);
        Count -= _segments[number].Events.Count;
        _first = number + 1;
        return _segments.RemoveAsync(number);
    }

    // Some characters are written as six.
    private static int WeightOf(NotificationEvent happened) =>
        512
        + (6 * (happened.Title.Length + (happened.Body?.Length ?? 0) + (happened.CaseType?.Length ?? 0) + happened.Id.Length))
        + (6 * happened.Mentions.Sum(id => id.Length + 1));
}

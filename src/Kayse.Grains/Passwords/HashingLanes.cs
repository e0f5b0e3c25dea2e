using System.Diagnostics.CodeAnalysis;

namespace Kayse.Grains.Passwords;

/// <summary>
/// Waiting lines that take turns: one from each lane, then one more from each, however long any of them is.
/// </summary>
internal sealed class HashingLanes<T>
{
    private readonly Dictionary<string, Queue<T>> _lanes = new(StringComparer.Ordinal);
    private readonly Queue<string> _turns = new();

    /// <summary>How many wait in all lanes.</summary>
    public int Count { get; private set; }

    public int CountOf(string lane) => _lanes.TryGetValue(lane, out var waiting) ? waiting.Count : 0;

    /// <summary>How many will have had their turn before one who joins that lane now.</summary>
    public int CountBefore(string lane)
    {
        var rounds = CountOf(lane) + 1;
        var before = rounds - 1;
        foreach (var (other, waiting) in _lanes)
            before += other == lane ? 0 : Math.Min(waiting.Count, rounds);
        return before;
    }

    public void Enqueue(string lane, T item)
    {
        if (!_lanes.TryGetValue(lane, out var waiting))
        {
            _lanes[lane] = waiting = new Queue<T>();
            _turns.Enqueue(lane);
        }

        waiting.Enqueue(item);
        Count++;
    }

    public bool TryDequeue([MaybeNullWhen(false)] out T item)
    {
        if (!_turns.TryDequeue(out var lane))
        {
            item = default;
            return false;
        }

        var waiting = _lanes[lane];
        item = waiting.Dequeue();
        Count--;
        if (waiting.Count == 0)
            _lanes.Remove(lane);
        else
            _turns.Enqueue(lane);
        return true;
    }
}

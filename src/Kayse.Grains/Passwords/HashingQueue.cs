using System.Diagnostics.CodeAnalysis;
using Kayse.Grains.Errors;

namespace Kayse.Grains.Passwords;

/// <summary>
/// What waits to be hashed. Known callers come first; the others take turns by network, so that one network's flood
/// costs the rest one turn a round and not the whole flood. Who would wait too long is told at once, with when to come
/// back. Not thread-safe.
/// </summary>
internal sealed class HashingQueue<T>(HashingLimits limits)
{
    // Until the first hash was timed: about what one costs on today's machines.
    private static readonly TimeSpan _firstGuess = TimeSpan.FromMilliseconds(100);
    private const double Smoothing = 0.2;

    private readonly HashingLanes<T> _known = new();
    private readonly HashingLanes<T> _strangers = new();
    private TimeSpan _average = _firstGuess;

    /// <summary>Lets a caller wait; null, or why they may not.</summary>
    public Refusal? TryEnqueue(HashingCaller caller, T item)
    {
        var lanes = caller.IsKnown ? _known : _strangers;
        var (wait, own, free) = (WaitOf(caller), lanes.CountOf(caller.Lane), limits.MaxWaiting - lanes.Count);
        if (free <= 0 || wait > limits.LongestWait)
            return PasswordErrors.Busy(wait);
        // No lane takes more places than it leaves free, so that there is always one for somebody from elsewhere.
        if (own >= Math.Min(limits.MaxWaitingPerLane, free))
            return PasswordErrors.TooManyFromNetwork(wait);
        lanes.Enqueue(caller.Lane, item);
        return null;
    }

    /// <summary>The next whose turn it is.</summary>
    public bool TryDequeue([MaybeNullWhen(false)] out T item) => _known.TryDequeue(out item) || _strangers.TryDequeue(out item);

    /// <summary>Notes how long a hash took, from which waits are estimated.</summary>
    public void NoteDuration(TimeSpan took) => _average += (took - _average) * Smoothing;

    private TimeSpan WaitOf(HashingCaller caller)
    {
        var before = caller.IsKnown ? _known.CountBefore(caller.Lane) : _known.Count + _strangers.CountBefore(caller.Lane);
        return _average * before / limits.Threads;
    }
}

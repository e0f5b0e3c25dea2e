using System.Diagnostics.CodeAnalysis;

namespace Orleans.Runtime;

/// <summary>When a grain timer fires and how its callback fits among the grain's calls.</summary>
public readonly struct GrainTimerCreationOptions()
{
    /// <summary>Options with the two times that must be set.</summary>
    [SetsRequiredMembers]
    public GrainTimerCreationOptions(TimeSpan dueTime, TimeSpan period)
        : this()
    {
        DueTime = dueTime;
        Period = period;
    }

    /// <summary>How long until it first fires; <see cref="Timeout.InfiniteTimeSpan"/> for not at all.</summary>
    public required TimeSpan DueTime { get; init; }

    /// <summary>How long after a callback has finished the next one starts; <see cref="Timeout.InfiniteTimeSpan"/> for once only.</summary>
    public required TimeSpan Period { get; init; }

    /// <summary>Whether the callback interleaves with calls; otherwise it waits its turn as a call does.</summary>
    public bool Interleave { get; init; }

    /// <summary>Whether a callback counts as use, so that the activation is not collected.</summary>
    public bool KeepAlive { get; init; }
}

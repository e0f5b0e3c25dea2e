using Microsoft.Extensions.DependencyInjection;

namespace Orleans.Runtime;

/// <summary>What few activations have, or only while they start or end.</summary>
internal sealed class ActivationExtras
{
    private List<GrainTimer>? _timers;

    /// <summary>Completed when the activation is gone; null while nobody asks.</summary>
    public TaskCompletionSource? Gone { get; set; }

    /// <summary>Set when the grain asked to end before it had started.</summary>
    public DeactivationReason? EndWhenStarted { get; set; }

    public GrainLifecycle? Lifecycle { get; set; }

    /// <summary>The activation's own services; null when it needs none.</summary>
    public AsyncServiceScope? Scope { get; set; }

    /// <summary>Not collected before this instant.</summary>
    public DateTimeOffset KeptUntil { get; private set; }

    public bool IsEmpty => Gone is null && EndWhenStarted is null && Lifecycle is null && Scope is null && KeptUntil == default && _timers is not { Count: > 0 };

    public List<GrainTimer> Timers => _timers ??= [];

    public void DelayUntil(DateTimeOffset now, TimeSpan span)
    {
        if (span <= TimeSpan.Zero)
            KeptUntil = default;
        else
            KeptUntil = span >= DateTimeOffset.MaxValue - now ? DateTimeOffset.MaxValue : now + span;
    }

    public void DisposeTimers()
    {
        if (_timers is null)
            return;
        foreach (var timer in _timers.ToArray())
            timer.Dispose();
    }
}

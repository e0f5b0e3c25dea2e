using Orleans.Runtime;

namespace Orleans.Timers;

/// <summary>Creates grain timers.</summary>
public interface ITimerRegistry
{
    /// <summary>Creates a timer of <paramref name="grainContext"/>, whose callback runs as a turn of it. Must be called inside that grain.</summary>
    IGrainTimer RegisterGrainTimer<TState>(
        IGrainContext grainContext, Func<TState, CancellationToken, Task> callback, TState state, GrainTimerCreationOptions options);
}

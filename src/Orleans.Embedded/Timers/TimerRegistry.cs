using Orleans.Timers;

namespace Orleans.Runtime;

/// <inheritdoc cref="ITimerRegistry" />
internal sealed class TimerRegistry : ITimerRegistry
{
    public IGrainTimer RegisterGrainTimer<TState>(
        IGrainContext grainContext, Func<TState, CancellationToken, Task> callback, TState state, GrainTimerCreationOptions options)
    {
        ArgumentNullException.ThrowIfNull(callback);
        if (grainContext is not Activation activation || RuntimeContext.Current != activation)
            throw new InvalidOperationException("A timer can be started within its own grain only.");
        var timer = new GrainTimer<TState>(activation, callback, state, options)
        {
            Mode = options.Interleave || activation.Class.IsReentrant ? RequestMode.Interleave : RequestMode.Exclusive,
            Target = activation.GrainReference,
        };
        activation.Add(timer);
        timer.Change(options.DueTime, options.Period);
        return timer;
    }
}

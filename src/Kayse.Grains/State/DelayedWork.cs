namespace Kayse.Grains.State;

/// <summary>Work of a grain that runs a while after it was first asked for, once for all who ask meanwhile.</summary>
/// <param name="grain">Whose turns it runs in, between others of them.</param>
/// <param name="delay">How long it waits.</param>
/// <param name="work">Must not throw.</param>
internal sealed class DelayedWork(IGrainBase grain, TimeSpan delay, Func<Task> work)
{
    private IGrainTimer? _timer;
    private bool _isScheduled;

    /// <summary>Has it run after the delay, unless it will anyway.</summary>
    public void Schedule()
    {
        if (_isScheduled)
            return;
        _isScheduled = true;
        _timer ??= grain.RegisterGrainTimer(
            RunAsync,
            new GrainTimerCreationOptions(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan) { Interleave = true }
        );
        _timer.Change(delay, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Runs it now.</summary>
    public Task RunAsync()
    {
        _isScheduled = false;
        return work();
    }
}

namespace Orleans.Embedded.Tests.Timers;

public interface ITickingGrain : IGrainWithStringKey
{
    /// <summary>Starts the grain's only timer and answers the time on the clock.</summary>
    Task<DateTimeOffset> Start(TimeSpan due, TimeSpan period, bool interleave = false);

    /// <summary>As <see cref="Start"/>; each tick waits at the gate.</summary>
    Task<DateTimeOffset> StartHeld(TimeSpan due, string gate, bool interleave = false);

    Task<DateTimeOffset> Change(TimeSpan due, TimeSpan period);

    Task Dispose();

    /// <summary>The next tick does this to its own timer: <c>dispose</c>, <c>change</c>, or <c>fail</c>.</summary>
    Task OnNextTick(string what);

    Task<DateTimeOffset[]> Ticks();

    Task Hold(string gate);

    /// <summary>A turn that does nothing: when it is answered, the tick before it is over.</summary>
    Task Rest();

    [Concurrency.AlwaysInterleave]
    Task Leave();
}

public sealed class TickingGrain(Journal journal, Gates gates, TestClock clock) : Grain, ITickingGrain
{
    private readonly List<DateTimeOffset> _ticks = [];
    private IGrainTimer? _timer;
    private string? _onNextTick;

    private string Key => this.GetPrimaryKeyString();

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        journal.Note($"{Key} activated");
        return Task.CompletedTask;
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        journal.Note($"{Key} deactivated");
        return Task.CompletedTask;
    }

    public Task<DateTimeOffset> Start(TimeSpan due, TimeSpan period, bool interleave)
    {
        _timer = this.RegisterGrainTimer(Tick, new GrainTimerCreationOptions(due, period) { Interleave = interleave });
        return Task.FromResult(clock.Now);
    }

    public Task<DateTimeOffset> StartHeld(TimeSpan due, string gate, bool interleave)
    {
        _timer = this.RegisterGrainTimer(
            async (name, cancellationToken) =>
            {
                journal.Note($"{Key} tick begins");
                await gates.Pass(name);
                journal.Note(cancellationToken.IsCancellationRequested ? $"{Key} tick is cancelled" : $"{Key} tick ends");
            },
            gate,
            new GrainTimerCreationOptions(due, Timeout.InfiniteTimeSpan) { Interleave = interleave });
        return Task.FromResult(clock.Now);
    }

    public Task<DateTimeOffset> Change(TimeSpan due, TimeSpan period)
    {
        _timer!.Change(due, period);
        return Task.FromResult(clock.Now);
    }

    public Task Dispose()
    {
        _timer!.Dispose();
        return Task.CompletedTask;
    }

    public Task OnNextTick(string what)
    {
        _onNextTick = what;
        return Task.CompletedTask;
    }

    public Task<DateTimeOffset[]> Ticks() => Task.FromResult(_ticks.ToArray());

    public async Task Hold(string gate)
    {
        journal.Note($"{Key} {gate} begins");
        await gates.Pass(gate);
        journal.Note($"{Key} {gate} ends");
    }

    public Task Rest() => Task.CompletedTask;

    public Task Leave()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }

    private async Task Tick()
    {
        await Task.Yield();
        _ticks.Add(clock.Now);
        journal.Note($"{Key} tick");
        var what = _onNextTick;
        _onNextTick = null;
        switch (what)
        {
            case "dispose":
                _timer!.Dispose();
                break;
            case "change":
                _timer!.Change(TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(7));
                break;
            case "fail":
                throw new InvalidOperationException("The tick failed.");
        }
    }
}

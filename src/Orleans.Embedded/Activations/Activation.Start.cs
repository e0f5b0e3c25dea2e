using static Orleans.Runtime.ActivationStates;

namespace Orleans.Runtime;

/// <summary>How an activation starts: instance, state, <c>OnActivateAsync</c>.</summary>
internal sealed partial class Activation
{
    /// <summary>Starts on the creator's thread. Answers why it failed, or null when it succeeded or goes on.</summary>
    public Exception? StartHere()
    {
        var caller = Current;
        var flow = ExecutionContext.Capture();
        SetSynchronizationContext(this);
        var start = StartAsync();
        SetSynchronizationContext(caller);
        if (flow is not null && ExecutionContext.Capture() != flow)
            ExecutionContext.Restore(flow);
        LeaveWithWork();
        return start.IsCompleted ? start.Result : null;
    }

    /// <summary>Starts on the thread pool, with what travels with the request that asked for it.</summary>
    public void StartLater(ExecutionContext? flow)
    {
        lock (this)
        {
            (_backlog ??= new Backlog()).AddReady(new StartItem(flow));
            Publish();
        }

        Schedule();
    }

    private async Task<Exception?> StartAsync()
    {
        try
        {
            if (Class.NeedsScope)
                Extras.Scope = Silo.CreateScope();
            Instance = Class.CreateInstance(this);
            if (Class.HasOnActivate || _extras?.Lifecycle is not null)
                await ActivateAsync(Silo.Deadlines.In(Silo.Collection.ActivationTimeout));
        }
        catch (Exception exception)
        {
            Silo.Log.ActivationFailed(GrainId, exception);
            await BuryAsync(exception);
            return exception;
        }

        BecomeReady();
        return null;
    }

    private async Task ActivateAsync(CancellationToken token)
    {
        if (_extras?.Lifecycle is { } lifecycle)
            await lifecycle.StartAsync(GrainLifecycleStage.First, GrainLifecycleStage.Activate, token);
        if (Class.HasOnActivate)
            await ((IGrainBase)Instance!).OnActivateAsync(token).WaitAsync(token);
        if (_extras?.Lifecycle is { } rest)
        {
            await rest.StartAsync(GrainLifecycleStage.Activate + 1, GrainLifecycleStage.Last, token);
            if (rest.IsSpent)
                ForgetLifecycle();
        }
    }

    /// <summary>Most lifecycles do nothing but read state: those are of no more use.</summary>
    private void ForgetLifecycle()
    {
        lock (this)
        {
            Extras.Lifecycle = null;
            if (Extras.IsEmpty)
                _extras = null;
        }
    }

    private void BecomeReady()
    {
        lock (this)
        {
            Interlocked.And(ref _state, ~Activating);
            _backlog?.ReleaseInterleaved();
            Publish();
        }

        if (_extras?.EndWhenStarted is { } reason)
            Deactivate(reason);
    }

    private sealed class StartItem(ExecutionContext? flow) : WorkItem
    {
        public override void Run(Activation activation)
        {
            if (flow is null)
                _ = activation.StartAsync();
            else
                ExecutionContext.Run(flow, static state => _ = ((Activation)state!).StartAsync(), activation);
        }
    }
}

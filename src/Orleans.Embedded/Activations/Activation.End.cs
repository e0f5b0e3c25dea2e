using static Orleans.Runtime.ActivationStates;

namespace Orleans.Runtime;

/// <summary>How an activation ends: running requests finish, <c>OnDeactivateAsync</c>, then whoever waits goes to the next activation.</summary>
internal sealed partial class Activation
{
    public Task Deactivated
    {
        get
        {
            lock (this)
                return IsDead ? Task.CompletedTask : (Extras.Gone ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
        }
    }

    public void Deactivate(DeactivationReason deactivationReason, CancellationToken cancellationToken = default)
    {
        bool wake;
        lock (this)
        {
            if ((_state & (Deactivating | Dead)) != 0)
                return;
            if ((_state & Activating) != 0)
            {
                Extras.EndWhenStarted ??= deactivationReason;
                return;
            }

            Interlocked.Or(ref _state, Deactivating);
            (_backlog ??= new Backlog()).AddReady(new EndItem(deactivationReason, cancellationToken));
            wake = Publish();
        }

        if (wake)
            Schedule();
    }

    /// <summary>Ends the activation on this thread if it is at rest and has been for <paramref name="age"/> ticks of the collector. False when it is not.</summary>
    public bool TryCollect(int age, DateTimeOffset now, out Task end)
    {
        // A tick less, because it may have been used at the end of the tick that it was last used in.
        end = Task.CompletedTask;
        if (_state != 0 || Silo.Tick - _lastUsed <= age || _extras?.KeptUntil > now)
            return false;
        if (Interlocked.CompareExchange(ref _state, Busy | Deactivating, 0) != 0)
            return false;
        var caller = Current;
        SetSynchronizationContext(this);
        end = EndAsync(new DeactivationReason(DeactivationReasonCode.ActivationIdle, "The grain was idle."), CancellationToken.None);
        SetSynchronizationContext(caller);
        LeaveWithWork();
        return true;
    }

    private async Task EndAsync(DeactivationReason reason, CancellationToken token)
    {
        try
        {
            _extras?.DisposeTimers();
            await DrainAsync(token);
            if (Class.HasOnDeactivate)
                await OnDeactivateAsync(reason, token);
        }
        catch (Exception exception)
        {
            Silo.Log.DeactivationFailed(GrainId, exception);
        }

        await BuryAsync(null);
    }

    /// <summary>Within the time that a deactivation may take. The turns before it may take longer: a second activation beside one of them would break what grains rely on.</summary>
    private async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken stop)
    {
        var limit = Silo.Deadlines.In(Silo.Collection.DeactivationTimeout);
        using var either = stop.CanBeCanceled ? CancellationTokenSource.CreateLinkedTokenSource(stop, limit) : null;
        var token = either?.Token ?? limit;
        await ((IGrainBase)Instance!).OnDeactivateAsync(reason, token).WaitAsync(token);
    }

    private Task DrainAsync(CancellationToken token)
    {
        lock (this)
        {
            if (_backlog is not { HasRunning: true })
                return Task.CompletedTask;
            _backlog.Drained ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return _backlog.Drained.Task.WaitAsync(token);
        }
    }

    /// <summary>Forgets the activation. The directory first: whoever finds it gone makes the next one.</summary>
    private async Task BuryAsync(Exception? failure)
    {
        try
        {
            await DisposeAsync();
        }
        catch (Exception exception)
        {
            Silo.Log.DeactivationFailed(GrainId, exception);
        }

        Class.Forget(this);
        List<Request>? waiting;
        TaskCompletionSource? gone;
        lock (this)
        {
            Interlocked.Or(ref _state, Dead);
            waiting = _backlog?.TakeWaiting();
            gone = _extras?.Gone;
            Publish();
        }

        gone?.TrySetResult();
        foreach (var request in waiting ?? [])
            Redirect(request, failure);
    }

    private void Redirect(Request request, Exception? failure)
    {
        if (request.IsSettled)
            return;

        // An activation that ends as soon as it has started would send its callers round for ever.
        if (failure is null && _extras?.EndWhenStarted is not null && ++request.Hops > Silo.MostHops)
            failure = new OrleansMessageRejectionException($"Grain {GrainId} ends whenever it starts.");
        if (failure is null)
            Class.Deliver(request);
        else
            request.Fail(failure);
    }

    private async ValueTask DisposeAsync()
    {
        _extras?.DisposeTimers();
        if (_extras?.Lifecycle is { } lifecycle)
            await lifecycle.StopAsync(Silo.Log, GrainId);
        if (Instance is IAsyncDisposable asyncDisposable)
            await asyncDisposable.DisposeAsync();
        else if (Instance is IDisposable disposable)
            disposable.Dispose();
        if (_extras?.Scope is { } scope)
            await scope.DisposeAsync();
    }

    private sealed class EndItem(DeactivationReason reason, CancellationToken token) : WorkItem
    {
        public override void Run(Activation activation) => _ = activation.EndAsync(reason, token);
    }
}

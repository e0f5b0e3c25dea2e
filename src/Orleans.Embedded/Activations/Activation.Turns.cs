using System.Runtime.CompilerServices;
using static Orleans.Runtime.ActivationStates;

namespace Orleans.Runtime;

/// <summary>
/// Turns. Whoever sets Busy owns the turn. At rest that is one compare-and-swap; every other change of the state happens under
/// the lock and, when it adds work while another thread owns the turn, sets Ready, so that the owner's own compare-and-swap on
/// leaving fails and it looks again: no work is ever left behind. The lock is this object itself, which costs no memory.
/// </summary>
internal sealed partial class Activation
{
    /// <summary>How many items one thread runs before others in the process get their chance.</summary>
    private const int ItemsInARow = 128;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryEnter(int bars, out int state)
    {
        state = Volatile.Read(ref _state);
        return (state & bars) == 0 && Interlocked.CompareExchange(ref _state, state | Busy, state) == state;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Leave(int state)
    {
        if (Interlocked.CompareExchange(ref _state, state, state | Busy) != (state | Busy))
            LeaveWithWork();
    }

    public override void Post(SendOrPostCallback d, object? state) => AddReady(new Continuation(d, state));

    public override void Send(SendOrPostCallback d, object? state)
    {
        if (Current != this)
            throw new NotSupportedException("Waiting for a grain's turn would block a thread; use Post.");
        d(state);
    }

    /// <summary>Runs turns on the thread pool.</summary>
    public void Execute()
    {
        SetSynchronizationContext(this);
        for (var count = 0; count < ItemsInARow; count++)
        {
            WorkItem? item;
            lock (this)
            {
                item = _backlog?.TakeNext(IsReady);
                if (item is null)
                    Release();
            }

            if (item is null)
            {
                SetSynchronizationContext(null);
                return;
            }

            Run(item);
        }

        SetSynchronizationContext(null);
        Schedule();
    }

    private void Run(WorkItem item)
    {
        try
        {
            item.Run(this);
        }
        catch (Exception exception)
        {
            // Only what the grain neither awaited nor caught gets here: async void methods.
            Silo.Log.TurnFailed(GrainId, exception);
        }
    }

    private void AddReady(WorkItem item)
    {
        bool wake;
        lock (this)
        {
            (_backlog ??= new Backlog()).AddReady(item);
            wake = Publish();
        }

        if (wake)
            Schedule();
    }

    private void Schedule() => ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);

    private void LeaveWithWork()
    {
        lock (this)
        {
            if (_backlog is null || !_backlog.HasWork(IsReady))
            {
                Release();
                return;
            }
        }

        Schedule();
    }

    /// <summary>Gives up the turn. Under the lock, by the turn's owner, when there is nothing to run.</summary>
    private void Release()
    {
        if (_backlog is { IsEmpty: true })
            _backlog = null;
        Volatile.Write(ref _state, (_state & Unready) | (_backlog?.Bits ?? 0));
    }

    /// <summary>Brings the state up to date with the backlog, under the lock. True when the turn was free, is taken now and must be scheduled.</summary>
    private bool Publish()
    {
        var wake = _backlog is not null && _backlog.HasWork(IsReady);
        if (_backlog is { IsEmpty: true })
            _backlog = null;
        var bits = (_backlog?.Bits ?? 0) | (wake ? Busy | Ready : 0);
        while (true)
        {
            var state = _state;
            if (Interlocked.CompareExchange(ref _state, (state & ~ActivationStates.Backlog) | bits, state) == state)
                return wake && (state & Busy) == 0;
        }
    }
}

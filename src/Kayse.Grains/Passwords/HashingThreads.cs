using Kayse.Grains.Errors;

namespace Kayse.Grains.Passwords;

/// <summary>
/// A few threads that do nothing but hash. On the thread pool a flood of sign-ins, a tenth of a second of pure CPU
/// each, would sit on the threads that answer <c>GET /session</c> and run the grains' turns. Here it can take only its
/// own threads; these are of low priority, so that the scheduler too prefers everybody else; and whose turn it is the
/// <see cref="HashingQueue{T}"/> decides.
/// </summary>
internal sealed class HashingThreads : IDisposable
{
    private readonly HashingQueue<Action> _queue;
    private readonly TimeProvider _clock;
    private readonly Thread[] _threads;
    private readonly Lock _lock = new();
    private readonly SemaphoreSlim _waiting = new(0);
    private bool _isEnding;

    public HashingThreads(int count, HashingQueue<Action> queue, TimeProvider clock)
    {
        (_queue, _clock) = (queue, clock);
        _threads = new Thread[count];
        for (var i = 0; i < count; i++)
        {
            _threads[i] = new Thread(Work) { IsBackground = true, Name = "Password hashing" };
            _threads[i].UnsafeStart();
        }
    }

    /// <summary>
    /// Runs <paramref name="work"/> when it is the caller's turn; one who stops waiting is not worked for.
    /// </summary>
    public async Task<T> RunAsync<T>(HashingCaller caller, Func<T> work, CancellationToken ct)
    {
        // A continuation that ran on this thread would be somebody's grain turn or request.
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        Enqueue(caller, () => Complete(done, work, ct));
        return await done.Task.WaitAsync(ct);
    }

    /// <summary>Ends the threads once all that waits is done.</summary>
    public void Dispose()
    {
        lock (_lock)
            _isEnding = true;
        _waiting.Release(_threads.Length);
        foreach (var thread in _threads)
            thread.Join();
        _waiting.Dispose();
    }

    private void Enqueue(HashingCaller caller, Action work)
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_isEnding, this);
            if (_queue.TryEnqueue(caller, work) is { } refusal)
                throw new RefusedException(refusal);
        }

        _waiting.Release();
    }

    private void Complete<T>(TaskCompletionSource<T> done, Func<T> work, CancellationToken ct)
    {
        if (ct.IsCancellationRequested)
        {
            done.SetCanceled(ct);
            return;
        }

        var began = _clock.GetTimestamp();
        try
        {
            done.SetResult(work());
        }
        catch (Exception fault)
        {
            done.SetException(fault);
        }

        lock (_lock)
            _queue.NoteDuration(_clock.GetElapsedTime(began));
    }

    private void Work()
    {
        ThreadPriorities.LowerThis();
        while (Next() is { } work)
            work();
    }

    // Null when all is done and the threads are to end.
    private Action? Next()
    {
        _waiting.Wait();
        lock (_lock)
            return _queue.TryDequeue(out var work) ? work : null;
    }
}

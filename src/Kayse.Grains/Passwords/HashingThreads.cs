using System.Collections.Concurrent;
using Kayse.Grains.Errors;

namespace Kayse.Grains.Passwords;

/// <summary>
/// A few threads that do nothing but hash. On the thread pool a flood of sign-ins, a tenth of a second of pure CPU each, would sit on the threads
/// that answer <c>GET /session</c> and run the grains' turns. Here it can take only its own threads; these are of low priority, so that the scheduler too
/// prefers everybody else; and who finds the queue full is told at once instead of waiting behind the flood.
/// </summary>
internal sealed class HashingThreads : IDisposable
{
    private readonly BlockingCollection<Action> _waiting;
    private readonly Thread[] _threads;

    public HashingThreads(int count, int maxWaiting)
    {
        _waiting = new BlockingCollection<Action>(maxWaiting);
        _threads = new Thread[count];
        for (var i = 0; i < count; i++)
        {
            _threads[i] = new Thread(Work) { IsBackground = true, Name = "Password hashing" };
            _threads[i].UnsafeStart();
        }
    }

    /// <summary>Runs <paramref name="work"/> when a thread is free; a caller who stops waiting is not worked for.</summary>
    public async Task<T> RunAsync<T>(Func<T> work, CancellationToken ct)
    {
        // A continuation that ran on this thread would be somebody's grain turn or request.
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        if (!_waiting.TryAdd(() => Complete(done, work, ct), 0, ct))
            throw new RefusedException(PasswordErrors.Busy);
        return await done.Task.WaitAsync(ct);
    }

    public void Dispose()
    {
        _waiting.CompleteAdding();
        foreach (var thread in _threads)
            thread.Join();
        _waiting.Dispose();
    }

    private static void Complete<T>(TaskCompletionSource<T> done, Func<T> work, CancellationToken ct)
    {
        if (ct.IsCancellationRequested)
        {
            done.SetCanceled(ct);
            return;
        }

        try
        {
            done.SetResult(work());
        }
        catch (Exception fault)
        {
            done.SetException(fault);
        }
    }

    private void Work()
    {
        ThreadPriorities.LowerThis();
        foreach (var work in _waiting.GetConsumingEnumerable())
            work();
    }
}

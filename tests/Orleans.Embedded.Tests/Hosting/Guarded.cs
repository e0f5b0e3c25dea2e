namespace Orleans.Embedded.Tests.Hosting;

/// <summary>Waits that fail instead of hanging.</summary>
public static class Guarded
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    /// <summary>Awaits <paramref name="task"/>, for 30 seconds at most. What it throws then is no <see cref="TimeoutException"/>, which a runtime throws too.</summary>
    public static async Task Soon(this Task task)
    {
        using var limit = new CancellationTokenSource(Limit);
        if (await Task.WhenAny(task, Task.Delay(Timeout.Infinite, limit.Token)) != task)
            throw new HangException();
        await task;
    }

    /// <inheritdoc cref="Soon(Task)" />
    public static async Task<T> Soon<T>(this Task<T> task)
    {
        await Soon((Task)task);
        return await task;
    }
}

/// <summary>What a test waited for did not come.</summary>
public sealed class HangException(string message) : Exception(message)
{
    public HangException()
        : this("It takes too long.")
    {
    }
}

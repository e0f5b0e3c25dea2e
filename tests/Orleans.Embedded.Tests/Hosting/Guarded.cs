namespace Orleans.Embedded.Tests.Hosting;

/// <summary>Waits that fail instead of hanging.</summary>
public static class Guarded
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    /// <summary>Awaits <paramref name="task"/>, for 30 seconds at most.</summary>
    public static Task Soon(this Task task) => task.WaitAsync(Limit);

    /// <inheritdoc cref="Soon(Task)" />
    public static Task<T> Soon<T>(this Task<T> task) => task.WaitAsync(Limit);
}

namespace Orleans.Sqlite;

/// <summary>An operation in the writer's queue, whatever it answers.</summary>
internal interface IPendingWrite
{
    /// <summary>Runs it within the open transaction and keeps its answer.</summary>
    void Apply(WriteSession session);

    /// <summary>Gives the answer to the waiter; its transaction is on disk.</summary>
    void Complete();

    /// <summary>Tells the waiter that nothing was stored.</summary>
    void Fail(Exception exception);
}

/// <summary>An operation and its waiter, who never continues on the writer's thread.</summary>
internal sealed class PendingWrite<T>(Func<WriteSession, T> operation)
    : TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously),
        IPendingWrite
{
    private T _answer = default!;

    public void Apply(WriteSession session) => _answer = operation(session);

    public void Complete() => SetResult(_answer);

    // An exception of its own for each waiter: rethrowing one instance from many threads garbles its stack trace.
    public void Fail(Exception exception) =>
        SetException(new SqliteStorageException($"The database cannot be written: {exception.Message}", exception));
}

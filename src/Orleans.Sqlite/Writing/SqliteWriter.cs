using Microsoft.Extensions.Logging;

namespace Orleans.Sqlite;

/// <summary>
/// The one writer: a thread that takes whatever is queued, writes it in one transaction and completes the waiters once
/// it is on disk. While the disk is busy the next operations gather, so batches grow with the load and a single caller
/// waits for nobody.
/// </summary>
internal sealed partial class SqliteWriter : IDisposable
{
    private readonly ConnectionFactory _connections;
    private readonly ILogger _logger;
    private readonly WriteQueue _queue;
    private readonly Thread _thread;
    private WriteSession? _session;

    public SqliteWriter(ConnectionFactory connections, int maxBatchSize, ILogger logger)
    {
        _connections = connections;
        _logger = logger;
        _queue = new WriteQueue(maxBatchSize);
        _session = WriteSession.Open(connections);
        _thread = new Thread(Run) { IsBackground = true, Name = "SQLite writer" };
        _thread.Start();
    }

    public Task<T> WriteAsync<T>(Func<WriteSession, T> operation)
    {
        var write = new PendingWrite<T>(operation);
        _queue.Add(write);
        return write.Task;
    }

    /// <summary>Writes what is queued, then folds the log into the file.</summary>
    public void Dispose()
    {
        _queue.Close();
        _thread.Join();
        _queue.Dispose();
        Checkpoint();
        _session?.Dispose();
    }

    private void Run()
    {
        var batch = new List<IPendingWrite>();
        while (_queue.Take(batch))
        {
            if (Reopen(batch) is { } session && !WriteBatch.Commit(session, batch))
                Abandon(session);
            batch.Clear();
        }
    }

    /// <summary>
    /// The connection, opened anew if the last one was abandoned; null when that fails, and the batch with it.
    /// </summary>
    private WriteSession? Reopen(List<IPendingWrite> batch)
    {
        try
        {
            return _session ??= WriteSession.Open(_connections);
        }
        catch (Exception exception)
        {
            foreach (var write in batch)
                write.Fail(exception);
            return null;
        }
    }

    // After a failed commit nothing of the connection's state is worth trusting; a new one costs a millisecond.
    private void Abandon(WriteSession session)
    {
        LogAbandoned(_logger, _connections.DatabasePath);
        _session = null;
        session.Dispose();
    }

    private void Checkpoint()
    {
        try
        {
            _session?.Connection.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
        }
        catch (Exception exception)
        {
            // Nothing is lost: the next start reads the log.
            LogCheckpointFailed(_logger, exception, _connections.DatabasePath);
        }
    }

    [LoggerMessage(
        Level = LogLevel.Error,
        Message = "A transaction on {Path} failed; its waiters were told, and the connection is opened anew."
    )]
    private static partial void LogAbandoned(ILogger logger, string path);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The log of {Path} could not be folded into it.")]
    private static partial void LogCheckpointFailed(ILogger logger, Exception exception, string path);
}

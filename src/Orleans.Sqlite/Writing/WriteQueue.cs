namespace Orleans.Sqlite;

/// <summary>
/// What waits for the writer. Without a bound of its own: each waiter is a grain that does nothing else meanwhile, so
/// their number is the bound.
/// </summary>
internal sealed class WriteQueue(int maxBatchSize) : IDisposable
{
    private readonly Lock _lock = new();
    private readonly Queue<IPendingWrite> _pending = new();
    private readonly SemaphoreSlim _arrived = new(0, 1);
    private bool _writerWaits;
    private bool _closed;

    public void Add(IPendingWrite write)
    {
        bool wake;
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_closed, typeof(SqliteDatabase));
            _pending.Enqueue(write);
            wake = _writerWaits;
            _writerWaits = false;
        }

        if (wake)
            _arrived.Release();
    }

    /// <summary>
    /// Moves what has arrived to <paramref name="batch"/>, waiting only while there is nothing. False: closed, and all
    /// is taken.
    /// </summary>
    public bool Take(List<IPendingWrite> batch)
    {
        while (true)
        {
            lock (_lock)
            {
                while (batch.Count < maxBatchSize && _pending.TryDequeue(out var write))
                    batch.Add(write);
                if (batch.Count > 0 || _closed)
                    return batch.Count > 0;
                _writerWaits = true;
            }

            _arrived.Wait();
        }
    }

    /// <summary>Takes no more; what is queued is still handed out.</summary>
    public void Close()
    {
        bool wake;
        lock (_lock)
        {
            _closed = true;
            wake = _writerWaits;
            _writerWaits = false;
        }

        if (wake)
            _arrived.Release();
    }

    public void Dispose() => _arrived.Dispose();
}

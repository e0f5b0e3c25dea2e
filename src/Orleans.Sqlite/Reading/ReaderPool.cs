using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace Orleans.Sqlite;

/// <summary>
/// Read connections, opened when first needed and kept. A read runs on its caller's thread: it takes 10 to 20 µs, less
/// than handing it to another thread would, and SQLite has nothing to await. Each statement starts a new snapshot and
/// ends it, so it sees all that was committed before.
/// </summary>
internal sealed class ReaderPool(ConnectionFactory connections, int size) : IDisposable
{
    private readonly SemaphoreSlim _free = new(size, size);
    private readonly ConcurrentBag<SqliteSession> _idle = [];
    private volatile bool _closed;

    public async ValueTask<T> ReadAsync<T>(Func<SqliteSession, T> query)
    {
        await _free.WaitAsync();
        try
        {
            ObjectDisposedException.ThrowIf(_closed, typeof(SqliteDatabase));
            return Read(query);
        }
        catch (SqliteException exception)
        {
            throw new SqliteStorageException($"The database cannot be read: {exception.Message}", exception);
        }
        finally
        {
            _free.Release();
        }
    }

    /// <summary>Waits for the reads that are under way; later ones are refused.</summary>
    public void Dispose()
    {
        _closed = true;
        for (var i = 0; i < size; i++)
            _free.Wait();
        while (_idle.TryTake(out var session))
            session.Dispose();
        _free.Release(size);
    }

    private T Read<T>(Func<SqliteSession, T> query)
    {
        if (!_idle.TryTake(out var session))
            session = new SqliteSession(connections.OpenReader());
        try
        {
            var answer = query(session);
            _idle.Add(session);
            return answer;
        }
        catch
        {
            // Whatever state it is in, it is not used again.
            session.Dispose();
            throw;
        }
    }
}

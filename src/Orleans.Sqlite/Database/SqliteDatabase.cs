using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace Orleans.Sqlite;

/// <summary>
/// One open database: its lock, its one writer and its readers, shared by everything that stores something in it.
/// Opening reads a few pages, however large the file; disposing writes what is queued, folds the log into the file and
/// lets go of the lock.
/// </summary>
internal sealed partial class SqliteDatabase : IDisposable
{
    private readonly DatabaseLock _lock;
    private readonly SqliteWriter _writer;
    private readonly ReaderPool _readers;
    private bool _disposed;

    private SqliteDatabase(DatabaseLock databaseLock, SqliteWriter writer, ReaderPool readers)
    {
        _lock = databaseLock;
        _writer = writer;
        _readers = readers;
    }

    public static SqliteDatabase Open(SqliteOptions options, ILogger<SqliteDatabase> logger) => Open(options, logger, SqliteSchema.Steps);

    internal static SqliteDatabase Open(SqliteOptions options, ILogger<SqliteDatabase> logger, IReadOnlyList<string> schemaSteps)
    {
        DataDirectory.Create(options.DataDirectory);
        var databaseLock = DatabaseLock.Take(options.DatabasePath);
        try
        {
            DataDirectory.CloseFiles(options.DatabasePath);
            var connections = new ConnectionFactory(options.DatabasePath);
            Prepare(connections, schemaSteps);
            var writer = new SqliteWriter(connections, options.MaxBatchSize, logger);
            LogOpened(logger, options.DatabasePath, schemaSteps.Count);
            return new SqliteDatabase(databaseLock, writer, new ReaderPool(connections, options.MaxReaders));
        }
        catch (Exception exception)
        {
            databaseLock.Dispose();
            if (exception is SqliteException)
                throw new SqliteStorageException($"{options.DatabasePath} cannot be opened: {exception.Message}", exception);
            throw;
        }
    }

    /// <summary>
    /// Runs <paramref name="operation"/> in a transaction with others and completes when that is on disk. The operation
    /// must be repeatable: when another one of its transaction fails, it is run again in a transaction of its own.
    /// </summary>
    public Task<T> WriteAsync<T>(Func<WriteSession, T> operation) => _writer.WriteAsync(operation);

    /// <summary>Runs <paramref name="query"/> on a read connection; it sees every write that has completed.</summary>
    public ValueTask<T> ReadAsync<T>(Func<SqliteSession, T> query) => _readers.ReadAsync(query);

    public void Dispose()
    {
        if (_disposed)
            return;
        _disposed = true;
        _readers.Dispose();
        _writer.Dispose();
        _lock.Dispose();
    }

    private static void Prepare(ConnectionFactory connections, IReadOnlyList<string> schemaSteps)
    {
        using (var plain = connections.OpenPlain())
            SqliteSchema.Check(plain, schemaSteps);
        using var writer = connections.OpenWriter();
        if (writer.QueryNumber("SELECT journal_mode = 'wal' FROM pragma_journal_mode") == 0)
            throw new SqliteStorageException(
                $"{connections.DatabasePath} is on a file system without shared memory, which a write-ahead log needs; use a local disk."
            );
        SqliteSchema.Migrate(writer, schemaSteps);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Opened {Path}, schema {Schema}.")]
    private static partial void LogOpened(ILogger logger, string path, int schema);
}

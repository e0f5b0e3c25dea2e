using Microsoft.Data.Sqlite;

namespace Orleans.Sqlite;

/// <summary>Opens connections to the database, each set up for its part.</summary>
internal sealed class ConnectionFactory(string databasePath)
{
    // secure_delete: who erases a record may rely on nothing of it being left in the file; FAST would leave what had
    // pages of its own. A checkpoint every 32 MiB of log bounds both the log's replay after a crash and the pause that a
    // checkpoint is.
    private const string WriterPragmas = """
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = FULL;
        PRAGMA wal_autocheckpoint = 8192;
        PRAGMA journal_size_limit = 67108864;
        PRAGMA cache_size = -65536;
        PRAGMA temp_store = MEMORY;
        PRAGMA foreign_keys = ON;
        PRAGMA secure_delete = ON;
        PRAGMA trusted_schema = OFF;
        """;

    private const string ReaderPragmas = """
        PRAGMA query_only = ON;
        PRAGMA cache_size = -8192;
        PRAGMA temp_store = MEMORY;
        PRAGMA trusted_schema = OFF;
        """;

    // Nobody else writes, so the wait is only for another connection's recovery of the log.
    private const string BusyTimeout = "PRAGMA busy_timeout = 5000;";

    public string DatabasePath => databasePath;

    /// <summary>A connection with nothing set, to look at a file without changing it.</summary>
    public SqliteConnection OpenPlain() => Open(SqliteOpenMode.ReadWriteCreate, BusyTimeout);

    public SqliteConnection OpenWriter() => Open(SqliteOpenMode.ReadWriteCreate, BusyTimeout + WriterPragmas);

    public SqliteConnection OpenReader() => Open(SqliteOpenMode.ReadOnly, BusyTimeout + ReaderPragmas);

    private SqliteConnection Open(SqliteOpenMode mode, string pragmas)
    {
        var address = new SqliteConnectionStringBuilder
        {
            DataSource = databasePath,
            Mode = mode,
            Pooling = false,
        };
        var connection = new SqliteConnection(address.ConnectionString);
        try
        {
            connection.Open();
            connection.Execute(pragmas);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}

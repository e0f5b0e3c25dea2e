using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Orleans.Sqlite;

/// <summary>The connection that writes, as an operation sees it.</summary>
internal sealed class WriteSession : SqliteSession
{
    private readonly VersionSequence _versions;

    private WriteSession(SqliteConnection connection)
        : base(connection) => _versions = new VersionSequence(this);

    public static WriteSession Open(ConnectionFactory connections)
    {
        var connection = connections.OpenWriter();
        try
        {
            return new WriteSession(connection);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>A version that no record has had. An operation takes at most one.</summary>
    public long NextVersion() => _versions.Next();

    public void Begin(int operations)
    {
        _versions.Reserve(this, operations);
        this["BEGIN IMMEDIATE"].Execute();
    }

    public void Commit() => this["COMMIT"].Execute();

    /// <summary>Rolls back, unless SQLite has already done so, as it does when the disk is full.</summary>
    public void Rollback()
    {
        if (raw.sqlite3_get_autocommit(Connection.Handle) == 0)
            this["ROLLBACK"].Execute();
    }
}

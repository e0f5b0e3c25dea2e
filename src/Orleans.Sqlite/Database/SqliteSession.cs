using Microsoft.Data.Sqlite;

namespace Orleans.Sqlite;

/// <summary>An open connection with its prepared statements. Used by one thread at a time.</summary>
internal class SqliteSession(SqliteConnection connection) : IDisposable
{
    private readonly Dictionary<string, Statement> _statements = new(StringComparer.Ordinal);

    /// <summary>The connection, for what no prepared statement can do.</summary>
    public SqliteConnection Connection => connection;

    /// <summary>The prepared form of a constant text; prepared once, then kept.</summary>
    public Statement this[string sql]
    {
        get
        {
            if (!_statements.TryGetValue(sql, out var statement))
                _statements.Add(sql, statement = new Statement(connection, sql));
            return statement;
        }
    }

    public void Dispose()
    {
        foreach (var statement in _statements.Values)
            statement.Dispose();
        connection.Dispose();
    }
}

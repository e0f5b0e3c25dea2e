using Npgsql;

namespace Kayse.Testing.PostgreSql;

/// <summary>An empty database of its own for one test, on the server that <c>test.sh</c> starts.</summary>
internal sealed class TestDatabase : IAsyncDisposable
{
    private const string Variable = "KAYSE_TEST_POSTGRESQL";

    private readonly string _name = $"kayse_{Guid.NewGuid():n}";

    private TestDatabase() { }

    public string ConnectionString => new NpgsqlConnectionStringBuilder(Server) { Database = _name }.ConnectionString;

    private static string Server =>
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } server
            ? server
            : throw new InvalidOperationException(
                $"This test needs PostgreSQL. Run ./test.sh, which starts a server, or set {Variable} to "
                    + "a connection string of a user who may create databases."
            );

    public static async Task<TestDatabase> NewAsync()
    {
        var database = new TestDatabase();
        await ExecuteAsync(Server, $"CREATE DATABASE {database._name}");
        return database;
    }

    public Task ExecuteAsync(string sql) => ExecuteAsync(ConnectionString, sql);

    public async Task<T> ReadAsync<T>(string sql)
    {
        await using var connection = await OpenAsync(ConnectionString);
        await using var command = new NpgsqlCommand(sql, connection);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>Nobody can connect any more; open connections end.</summary>
    public async Task DropAsync() => await ExecuteAsync(Server, $"DROP DATABASE IF EXISTS {_name} WITH (FORCE)");

    public async ValueTask DisposeAsync() => await DropAsync();

    private static async Task ExecuteAsync(string connectionString, string sql)
    {
        await using var connection = await OpenAsync(connectionString);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    // Without a pool, no test leaves connections behind.
    private static async Task<NpgsqlConnection> OpenAsync(string connectionString)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        return connection;
    }
}

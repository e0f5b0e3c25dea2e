using Npgsql;

namespace Kayse.Crash.Cluster;

/// <summary>A database of its own for one test, with Orleans' tables.</summary>
internal sealed class ClusterDatabase : IAsyncDisposable
{
    public const string ServerVariable = "KAYSE_CLUSTER_POSTGRESQL";
    public const string ScriptsVariable = "KAYSE_CLUSTER_SQL";

    private readonly string _name = $"kayse_{Guid.NewGuid():n}";

    private ClusterDatabase()
    {
    }

    public static string? Server => Environment.GetEnvironmentVariable(ServerVariable) is { Length: > 0 } server ? server : null;

    public static string? Scripts => Environment.GetEnvironmentVariable(ScriptsVariable) is { Length: > 0 } folder ? folder : null;

    public string ConnectionString => new NpgsqlConnectionStringBuilder(Server) { Database = _name }.ConnectionString;

    public static async Task<ClusterDatabase> NewAsync()
    {
        var database = new ClusterDatabase();
        await ExecuteAsync(Server!, $"CREATE DATABASE {database._name}");
        foreach (var part in (string[])["Main", "Clustering", "Persistence", "Reminders"])
            await ExecuteAsync(database.ConnectionString, await File.ReadAllTextAsync(Path.Combine(Scripts!, $"PostgreSQL-{part}.sql")));
        return database;
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        await ExecuteAsync(Server!, $"DROP DATABASE {_name} WITH (FORCE)");
    }

    private static async Task ExecuteAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}

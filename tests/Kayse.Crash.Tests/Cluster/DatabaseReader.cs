using Kayse.Testing.PostgreSql;
using Npgsql;

namespace Kayse.Crash.Cluster;

/// <summary>A user of a test's database who can read some of its tables, and nothing else.</summary>
internal sealed class DatabaseReader : IAsyncDisposable
{
    private readonly TestDatabase _database;
    private readonly string _name = $"reader_{Guid.NewGuid():n}";

    private DatabaseReader(TestDatabase database) => _database = database;

    public string ConnectionString => new NpgsqlConnectionStringBuilder(_database.ConnectionString) { Username = _name }.ConnectionString;

    public static async Task<DatabaseReader> NewAsync(TestDatabase database, params string[] tables)
    {
        var reader = new DatabaseReader(database);
        await database.ExecuteAsync($"CREATE ROLE {reader._name} LOGIN; GRANT SELECT ON {string.Join(", ", tables)} TO {reader._name}");
        return reader;
    }

    public async ValueTask DisposeAsync() => await _database.ExecuteAsync($"DROP OWNED BY {_name}; DROP ROLE {_name}");
}

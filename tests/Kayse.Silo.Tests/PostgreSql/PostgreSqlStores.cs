using Kayse.Testing.PostgreSql;

namespace Kayse.Silo.Tests.PostgreSql;

/// <summary>The stores of a silo on a database that the tests of a class share.</summary>
public sealed class PostgreSqlStores : IAsyncLifetime
{
    private PostgreSqlSilo _silo = null!;

    public IServiceProvider Services => _silo.Services;

    internal TestDatabase Database { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Database = await TestDatabase.NewAsync();
        _silo = await PostgreSqlSilo.OpenAsync(Database);
    }

    public async Task DisposeAsync()
    {
        await _silo.DisposeAsync();
        await Database.DisposeAsync();
    }
}

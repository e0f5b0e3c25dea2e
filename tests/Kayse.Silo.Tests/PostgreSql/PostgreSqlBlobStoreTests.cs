using Kayse.Grains.Blobs;
using Microsoft.Extensions.DependencyInjection;

namespace Kayse.Silo.Tests.PostgreSql;

public sealed class PostgreSqlBlobStoreTests(PostgreSqlStores stores) : BlobStoreContract, IClassFixture<PostgreSqlStores>, IAsyncLifetime
{
    protected override IBlobStore Store => stores.Services.GetRequiredService<IBlobStore>();

    public Task InitializeAsync() => stores.Database.ExecuteAsync("DELETE FROM kayse_file");

    public Task DisposeAsync() => Task.CompletedTask;
}

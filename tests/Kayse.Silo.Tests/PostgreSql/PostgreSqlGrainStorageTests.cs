using Microsoft.Extensions.DependencyInjection;
using Orleans.Storage;

namespace Kayse.Silo.Tests.PostgreSql;

public sealed class PostgreSqlGrainStorageTests(PostgreSqlStores stores) : GrainStorageContract, IClassFixture<PostgreSqlStores>
{
    protected override IGrainStorage Storage => stores.Services.GetRequiredKeyedService<IGrainStorage>("grains");
}

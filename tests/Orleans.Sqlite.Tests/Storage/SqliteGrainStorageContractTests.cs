using Orleans.Storage;

namespace Orleans.Sqlite.Tests.Storage;

public sealed class SqliteGrainStorageContractTests : GrainStorageContract, IDisposable
{
    private readonly TemporaryDatabase _database = new();

    protected override IGrainStorage Storage => _database.Storage();

    public void Dispose() => _database.Dispose();
}

using Orleans.Storage;

namespace Kayse.Silo.Tests.AzureStorage;

public sealed class AzureGrainStorageTests(AzureStores stores) : GrainStorageContract, IClassFixture<AzureStores>
{
    protected override IGrainStorage Storage => stores.Storage;
}

using Kayse.Grains.Blobs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Kayse.Silo.Tests.AzureStorage;

public sealed class AzureBlobStoreTests : BlobStoreContract, IAsyncLifetime
{
    private IHost _host = null!;

    protected override IBlobStore Store => _host.Services.GetRequiredService<IBlobStore>();

    public async Task InitializeAsync() => _host = await new AzureInstallation().OpenAsync();

    public Task DisposeAsync()
    {
        _host.Dispose();
        return Task.CompletedTask;
    }
}

using Kayse.Silo.Hosting;
using Microsoft.Extensions.Hosting;

namespace Kayse.Silo.Transfer;

/// <summary>Keeps a host from starting, before anything of it has, on what an import has left half done.</summary>
internal sealed class UnfinishedImportCheck(IServiceProvider services, UnfinishedImport unfinished) : IHostedLifecycleService
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        await KayseCluster.OpenStoresAsync(services, cancellationToken);
        if (await unfinished.IsThereAsync())
            throw new TransferException(
                "An import into this installation is incomplete. Repeat it, or empty the installation and import again."
            );
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

using System.Runtime.CompilerServices;
using System.Text.Json;
using Azure.Storage.Blobs;
using Kayse.Silo.Transfer;

namespace Kayse.Silo.AzureStorage;

/// <summary>Reads all states and reminders of an installation on Azure, some blobs at a time.</summary>
internal sealed class AzureContents(AzureAccount account, ReminderRows reminders) : IStoredContents
{
    private const int AtOnce = 32;

    public async IAsyncEnumerable<StateRecord> ReadStatesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var container = account.States;
        var pages = container.GetBlobsAsync(cancellationToken: cancellationToken).Chunk(AtOnce);
        await foreach (var page in pages.WithCancellation(cancellationToken))
        {
            foreach (var state in await Task.WhenAll(page.Select(blob => ReadAsync(container, blob.Name, cancellationToken))))
            {
                if (state is not null)
                    yield return state;
            }
        }
    }

    public IAsyncEnumerable<ReminderRecord> ReadRemindersAsync(CancellationToken cancellationToken) =>
        reminders
            .ReadAsync(cancellationToken)
            .Select(entry => new ReminderRecord(entry.GrainId, entry.ReminderName, entry.StartAt, entry.Period));

    private static async Task<StateRecord?> ReadAsync(BlobContainerClient container, string name, CancellationToken cancellationToken)
    {
        if (GrainBlobNames.Read(name) is not { } state)
            throw new TransferException($"The container {container.Name} holds something else than states: {name}.");
        var content = (await container.GetBlobClient(name).DownloadContentAsync(cancellationToken)).Value.Content.ToMemory();
        return content.IsEmpty ? null : new StateRecord(state.Grain, state.StateName, JsonElement.Parse(content.Span));
    }
}

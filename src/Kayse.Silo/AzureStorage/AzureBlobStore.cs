using System.Runtime.CompilerServices;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Kayse.Grains.Blobs;
using Kayse.Silo.Blobs;

namespace Kayse.Silo.AzureStorage;

/// <summary>Files as blobs of a container. A blob appears complete or not at all.</summary>
internal sealed class AzureBlobStore(BlobContainerClient container) : IBlobStore
{
    public Task PutAsync(string key, ReadOnlyMemory<byte> content, CancellationToken cancellationToken) =>
        BlobOf(key).UploadAsync(new BinaryData(content), overwrite: true, cancellationToken);

    public async Task<Stream?> GetAsync(string key, CancellationToken cancellationToken)
    {
        try
        {
            return (await BlobOf(key).DownloadStreamingAsync(cancellationToken: cancellationToken)).Value.Content;
        }
        catch (RequestFailedException missing) when (missing.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            return null;
        }
    }

    public Task DeleteAsync(string key, CancellationToken cancellationToken) =>
        BlobOf(key).DeleteIfExistsAsync(cancellationToken: cancellationToken);

    public async IAsyncEnumerable<string> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var blob in container.GetBlobsAsync(cancellationToken: cancellationToken))
            yield return blob.Name;
    }

    private BlobClient BlobOf(string key) => container.GetBlobClient(BlobKey.Checked(key));
}

using System.Runtime.CompilerServices;
using Kayse.Grains.Blobs;

namespace Kayse.Silo.Transfer;

/// <summary>The photos of an installation, wherever its provider keeps them.</summary>
internal sealed class StoredBlobs(IBlobStore store)
{
    public IAsyncEnumerable<string> Keys(CancellationToken cancellationToken) => store.ListAsync(cancellationToken);

    public async IAsyncEnumerable<BlobRecord> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var key in store.ListAsync(cancellationToken))
        {
            if (await ReadAsync(key, cancellationToken) is { } content)
                yield return new BlobRecord(key, content);
        }
    }

    public Task WriteAsync(BlobRecord blob) => store.PutAsync(blob.Key, blob.Content, CancellationToken.None);

    public async Task<bool> HasAsync(BlobRecord blob) =>
        await ReadAsync(blob.Key, CancellationToken.None) is { } content && content.AsSpan().SequenceEqual(blob.Content.Span);

    private async Task<byte[]?> ReadAsync(string key, CancellationToken cancellationToken)
    {
        await using var stored = await store.GetAsync(key, cancellationToken);
        if (stored is null)
            return null;
        using var content = new MemoryStream();
        await stored.CopyToAsync(content, cancellationToken);
        return content.ToArray();
    }
}

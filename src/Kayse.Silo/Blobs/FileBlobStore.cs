using System.Runtime.CompilerServices;
using Kayse.Grains.Blobs;
using Kayse.Silo.Hosting;

namespace Kayse.Silo.Blobs;

/// <summary>
/// Blobs as files below a folder, at the paths that their keys are. A file appears complete or not at all.
/// </summary>
internal sealed class FileBlobStore(string directory) : IBlobStore
{
    private const string Partial = BlobKey.Partial;

    public async Task PutAsync(string key, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        var path = PathOf(key);
        PrivateDirectory.Create(directory);
        PrivateDirectory.Create(Path.GetDirectoryName(path)!);
        await using (
            var file = new FileStream(path + Partial, FileMode.Create, FileAccess.Write, FileShare.None, 1, FileOptions.Asynchronous)
        )
        {
            await file.WriteAsync(content, cancellationToken);
            file.Flush(flushToDisk: true);
        }

        File.Move(path + Partial, path, overwrite: true);
    }

    public Task<Stream?> GetAsync(string key, CancellationToken cancellationToken)
    {
        try
        {
            return Task.FromResult<Stream?>(
                new FileStream(
                    PathOf(key),
                    FileMode.Open,
                    FileAccess.Read,
                    FileShare.ReadWrite | FileShare.Delete,
                    1,
                    FileOptions.Asynchronous
                )
            );
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return Task.FromResult<Stream?>(null);
        }
    }

    public Task DeleteAsync(string key, CancellationToken cancellationToken)
    {
        var path = PathOf(key);
        if (Directory.Exists(Path.GetDirectoryName(path)))
        {
            File.Delete(path + Partial);
            File.Delete(path);
        }

        return Task.CompletedTask;
    }

    public async IAsyncEnumerable<string> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.Yield();
        if (!Directory.Exists(directory))
            yield break;
        foreach (var path in Directory.EnumerateFiles(directory, "*", SearchOption.AllDirectories))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!path.EndsWith(Partial, StringComparison.Ordinal))
                yield return Path.GetRelativePath(directory, path).Replace(Path.DirectorySeparatorChar, '/');
        }
    }

    private string PathOf(string key) => Path.Combine([directory, .. BlobKey.Checked(key).Split('/')]);
}

using Kayse.Grains.Blobs;

namespace Kayse.Silo.Blobs;

/// <summary>Blobs as files below a folder, at the paths that their keys are. A file appears complete or not at all.</summary>
internal sealed class FileBlobStore(string directory) : IBlobStore
{
    private const string Partial = ".partial";
    private const int MaxKeyLength = 200;
    private const int MaxParts = 4;

    public async Task PutAsync(string key, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        var path = PathOf(key);
        CreatePrivately(Path.GetDirectoryName(path)!);
        await using (var file = new FileStream(path + Partial, FileMode.Create, FileAccess.Write, FileShare.None, 1, FileOptions.Asynchronous))
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
            return Task.FromResult<Stream?>(new FileStream(PathOf(key), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1, FileOptions.Asynchronous));
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

    // Keys come from grains, but some part of them may come from a request: none leads out of the folder, or to what is being written.
    private string PathOf(string key)
    {
        var parts = key.Split('/');
        if (key.Length > MaxKeyLength || parts.Length > MaxParts || !parts.All(IsName) || key.EndsWith(Partial, StringComparison.Ordinal))
            throw new ArgumentException($"No blob has the key {key}.", nameof(key));
        return Path.Combine([directory, .. parts]);
    }

    private static bool IsName(string part) => part.Length > 0 && part[0] != '.' && part.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.');

    private static void CreatePrivately(string path)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}

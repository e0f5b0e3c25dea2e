namespace Kayse.Grains.Blobs;

/// <summary>
/// Files that grains refer to and that are too large for their state, by key. Whose they are and for how long the grain
/// that puts them says, and has to remember: nobody else looks for what no grain refers to. Keys are paths such as
/// <c>photos/name.jpg</c>: letters, digits, <c>-</c> and dots, in up to 4 parts; others are refused by
/// <see cref="ArgumentException"/>.
/// </summary>
public interface IBlobStore
{
    /// <summary>
    /// Stores a file whole or not at all, in place of any under the key; on disk when the task completes.
    /// </summary>
    Task PutAsync(string key, ReadOnlyMemory<byte> content, CancellationToken cancellationToken);

    /// <summary>The file, to be read from its start and disposed; null when there is none.</summary>
    Task<Stream?> GetAsync(string key, CancellationToken cancellationToken);

    /// <summary>
    /// Removes a file, and what a <see cref="PutAsync"/> left that was broken off. Without effect when there is none.
    /// </summary>
    Task DeleteAsync(string key, CancellationToken cancellationToken);

    /// <summary>The keys of all files that are stored whole, in no particular order.</summary>
    IAsyncEnumerable<string> ListAsync(CancellationToken cancellationToken);
}

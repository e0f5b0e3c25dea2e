namespace Kayse.Silo.Transfer;

/// <summary>
/// Puts the contents of a transfer file into an installation that has none: the whole file is checked, then all of it
/// is stored, then all is read back and compared. The same command repeated goes on with an import that was
/// interrupted; until one has ended, the installation doesn't start.
/// </summary>
internal sealed class Importer(ImportTarget target, UnfinishedImport unfinished, StoredBlobs blobs, IStoredContents contents)
{
    private const int AtOnce = 64;

    /// <exception cref="TransferException">The file is no whole export, the installation isn't empty, or it doesn't
    /// keep what it was given.</exception>
    public async Task<TransferCounts> ImportAsync(string path, CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
            throw new TransferException($"{path} is not there.");
        var counts = await TransferReader.CheckAsync(path, cancellationToken);
        if (!await unfinished.IsThereAsync() && !await target.IsEmptyAsync(cancellationToken))
            throw new TransferException("This installation is not empty, so nothing was imported. Import into an empty one.");
        await unfinished.SetAsync();
        await ForEachAsync(path, target.WriteAsync, cancellationToken);
        await ForEachAsync(path, EnsureAsync, cancellationToken);
        await EnsureNothingElseAsync(counts, cancellationToken);
        await unfinished.ClearAsync();
        return counts;
    }

    private static Task ForEachAsync(string path, Func<TransferRecord, Task> body, CancellationToken cancellationToken) =>
        Parallel.ForEachAsync(
            TransferReader.ReadAsync(path, cancellationToken),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            (record, _) => new ValueTask(body(record))
        );

    private async Task EnsureAsync(TransferRecord record)
    {
        if (!await target.HasAsync(record))
            throw new TransferException(
                "What was stored doesn't match the file, so the import is incomplete. Empty the installation and import again."
            );
    }

    // An interrupted import of another file leaves more than this one holds.
    private async Task EnsureNothingElseAsync(TransferCounts counts, CancellationToken cancellationToken)
    {
        var states = await contents
            .ReadStatesAsync(cancellationToken)
            .CountAsync(state => !UnfinishedImport.IsMark(state), cancellationToken);
        var reminders = await contents.ReadRemindersAsync(cancellationToken).CountAsync(cancellationToken);
        var photos = await blobs.Keys(cancellationToken).CountAsync(cancellationToken);
        if ((states, reminders, photos) != (counts.States, counts.Reminders, counts.Photos))
        {
            throw new TransferException(
                $"The installation holds {states} states, {reminders} reminders and {photos} "
                    + $"photos, but the file has {counts}. The import is incomplete."
            );
        }
    }
}

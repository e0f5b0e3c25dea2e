namespace Kayse.Silo.Transfer;

/// <summary>Writes all that an installation holds into one file.</summary>
internal sealed class Exporter(
    UnfinishedImport unfinished,
    ProtectionKeys keys,
    StoredBlobs blobs,
    IStoredContents contents,
    TimeProvider clock
)
{
    /// <exception cref="TransferException">An import into the installation hasn't ended, or the file
    /// exists.</exception>
    public async Task<TransferCounts> ExportAsync(string path, CancellationToken cancellationToken)
    {
        if (await unfinished.IsThereAsync())
            throw new TransferException("An import into this installation is incomplete. Finish it before you export.");
        await using var file = await TransferWriter.CreateAsync(path, clock.GetUtcNow());
        foreach (var key in keys.Read())
            await file.WriteAsync(key);
        await foreach (var state in contents.ReadStatesAsync(cancellationToken))
            await file.WriteAsync(state);
        await foreach (var reminder in contents.ReadRemindersAsync(cancellationToken))
            await file.WriteAsync(reminder);
        await foreach (var blob in blobs.ReadAsync(cancellationToken))
            await file.WriteAsync(blob);
        await file.CompleteAsync();
        return file.Counts;
    }
}

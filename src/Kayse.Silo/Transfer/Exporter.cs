namespace Kayse.Silo.Transfer;

/// <summary>Writes all that an installation holds into one file.</summary>
internal sealed class Exporter(UnfinishedImport unfinished, ProtectionKeys keys, TimeProvider clock, IStoredContents? contents = null)
{
    /// <exception cref="TransferException">The installation can't be read as a whole, or an import into it hasn't ended, or the file is there.</exception>
    public async Task<TransferCounts> ExportAsync(string path, CancellationToken cancellationToken)
    {
        if (contents is null)
            throw new TransferException("This storage provider can't be read as a whole, so there is no export from it.");
        if (await unfinished.IsThereAsync())
            throw new TransferException("An import into this installation has not ended; there is nothing whole to export.");
        await using var file = await TransferWriter.CreateAsync(path, clock.GetUtcNow());
        foreach (var key in keys.Read())
            await file.WriteAsync(key);
        await foreach (var state in contents.ReadStatesAsync(cancellationToken))
            await file.WriteAsync(state);
        await foreach (var reminder in contents.ReadRemindersAsync(cancellationToken))
            await file.WriteAsync(reminder);
        await file.CompleteAsync();
        return file.Counts;
    }
}

namespace Kayse.Silo.Transfer;

/// <summary>Reads all that an installation has stored, however much it is. Registered by each provider.</summary>
internal interface IStoredContents
{
    IAsyncEnumerable<StateRecord> ReadStatesAsync(CancellationToken cancellationToken);

    IAsyncEnumerable<ReminderRecord> ReadRemindersAsync(CancellationToken cancellationToken);
}

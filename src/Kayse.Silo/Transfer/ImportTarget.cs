using System.Text.Json;
using Kayse.Silo.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Storage;

namespace Kayse.Silo.Transfer;

/// <summary>
/// An installation that is imported into, by the interfaces that its own grains use; so any provider will do.
/// </summary>
internal sealed class ImportTarget(
    [FromKeyedServices(StorageNames.Grains)] IGrainStorage storage,
    IReminderTable reminders,
    ProtectionKeys keys,
    StoredBlobs blobs,
    IStoredContents contents
)
{
    /// <summary>Whether nothing is stored, keys aside: a host makes one as soon as it starts.</summary>
    public async Task<bool> IsEmptyAsync(CancellationToken cancellationToken) =>
        !await contents.ReadStatesAsync(cancellationToken).AnyAsync(cancellationToken)
        && !await contents.ReadRemindersAsync(cancellationToken).AnyAsync(cancellationToken)
        && !await blobs.Keys(cancellationToken).AnyAsync(cancellationToken);

    /// <summary>Stores a record that isn't there; without effect when it is.</summary>
    /// <exception cref="TransferException">There is another in its place.</exception>
    public Task WriteAsync(TransferRecord record) =>
        record switch
        {
            StateRecord state => WriteAsync(state),
            ReminderRecord reminder => reminders.UpsertRow(
                new ReminderEntry
                {
                    GrainId = reminder.Grain,
                    ReminderName = reminder.Name,
                    StartAt = reminder.NextDue,
                    Period = reminder.Period,
                }
            ),
            BlobRecord blob => blobs.WriteAsync(blob),
            _ => Task.Run(() => keys.Add((KeyRecord)record)),
        };

    /// <summary>Whether what is stored is the record: a state to the letter, a reminder to the millisecond.</summary>
    public async Task<bool> HasAsync(TransferRecord record) =>
        record switch
        {
            StateRecord state => await ReadAsync(state) is { } stored
                && TransferLines.Of(stored).AsSpan().SequenceEqual(TransferLines.Of(state)),
            ReminderRecord reminder => await HasAsync(reminder),
            BlobRecord blob => await blobs.HasAsync(blob),
            _ => keys.Has((KeyRecord)record),
        };

    private async Task WriteAsync(StateRecord state)
    {
        try
        {
            await storage.WriteStateAsync(state.Name, state.Grain, new GrainState<JsonElement>(state.Value));
        }
        catch (InconsistentStateException conflict)
        {
            if (!await HasAsync(state))
                throw new TransferException(
                    $"There is another state \"{state.Name}\" of a grain of type \"{state.Grain.Type}\" already.",
                    conflict
                );
        }
    }

    private async Task<StateRecord?> ReadAsync(StateRecord state)
    {
        var stored = new GrainState<JsonElement>();
        await storage.ReadStateAsync(state.Name, state.Grain, stored);
        return stored.RecordExists ? state with { Value = stored.State } : null;
    }

    // Databases keep milliseconds.
    private async Task<bool> HasAsync(ReminderRecord reminder) =>
        await reminders.ReadRow(reminder.Grain, reminder.Name) is { } row
        && IsAbout(row.StartAt - reminder.NextDue)
        && IsAbout(row.Period - reminder.Period);

    private static bool IsAbout(TimeSpan difference) => difference.Duration() < TimeSpan.FromMilliseconds(1);
}

using System.Text.Json;
using Orleans.Sqlite;

namespace Kayse.Silo.Transfer;

internal sealed class SqliteStoredContents(SqliteContents database) : IStoredContents
{
    public IAsyncEnumerable<StateRecord> ReadStatesAsync(CancellationToken cancellationToken) =>
        database
            .ReadStatesAsync(cancellationToken)
            .Select(state => new StateRecord(state.GrainId, state.StateName, JsonElement.Parse(state.Payload.Span)));

    public IAsyncEnumerable<ReminderRecord> ReadRemindersAsync(CancellationToken cancellationToken) =>
        database
            .ReadRemindersAsync(cancellationToken)
            .Select(entry => new ReminderRecord(entry.GrainId, entry.ReminderName, entry.StartAt, entry.Period));
}

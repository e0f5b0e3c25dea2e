using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Kayse.Silo.Transfer;
using Microsoft.Extensions.Options;
using Npgsql;
using Orleans.Configuration;

namespace Kayse.Silo.PostgreSql;

/// <summary>Reads all states and reminders. The server sends the rows as they are read.</summary>
internal sealed class PostgreSqlContents(PostgreSqlDatabase database, IOptions<ClusterOptions> cluster) : IStoredContents
{
    private const string States = "SELECT grain_id, state_name, payload FROM kayse_grain_state WHERE service_id = $1";
    private const string Reminders = "SELECT grain_id, name, start_at, period_ms FROM kayse_reminder WHERE service_id = $1";

    public IAsyncEnumerable<StateRecord> ReadStatesAsync(CancellationToken cancellationToken) =>
        ReadAsync(States, StateOf, cancellationToken);

    public IAsyncEnumerable<ReminderRecord> ReadRemindersAsync(CancellationToken cancellationToken) =>
        ReadAsync(Reminders, ReminderOf, cancellationToken);

    private static StateRecord StateOf(DbDataReader row) =>
        new(GrainIdText.Parse(row.GetString(0)), row.GetString(1), JsonElement.Parse(row.GetFieldValue<byte[]>(2)));

    private static ReminderRecord ReminderOf(DbDataReader row) =>
        new(
            GrainId.Parse(row.GetString(0), CultureInfo.InvariantCulture),
            row.GetString(1),
            row.GetDateTime(2),
            TimeSpan.FromMilliseconds(row.GetInt64(3))
        );

    private async IAsyncEnumerable<T> ReadAsync<T>(
        string sql,
        Func<DbDataReader, T> read,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        await using var command = database.Source.CreateCommand(sql);
        command.CommandTimeout = 0;
        command.Parameters.Add(new NpgsqlParameter { Value = cluster.Value.ServiceId });
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
            yield return read(rows);
    }
}

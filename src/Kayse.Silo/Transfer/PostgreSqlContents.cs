using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Kayse.Silo.Hosting;
using Microsoft.Extensions.Options;
using Npgsql;
using Orleans.Configuration;

namespace Kayse.Silo.Transfer;

/// <summary>Reads the tables of Orleans' ADO.NET providers, in which the states are kept by <see cref="WholeGrainIds"/>. The server sends the rows as they are read.</summary>
internal sealed class PostgreSqlContents(string connectionString, IOptions<ClusterOptions> cluster) : IStoredContents
{
    private const string States = "SELECT grainidextensionstring, graintypestring, payloadbinary FROM orleansstorage WHERE serviceid = $1 AND payloadbinary IS NOT NULL";
    private const string Reminders = "SELECT grainid, remindername, starttime, period FROM orleansreminderstable WHERE serviceid = $1";

    public IAsyncEnumerable<StateRecord> ReadStatesAsync(CancellationToken cancellationToken)
        => ReadAsync(States, row => new StateRecord(GrainId.Parse(row.GetString(0), CultureInfo.InvariantCulture), row.GetString(1), JsonElement.Parse(row.GetFieldValue<byte[]>(2))), cancellationToken);

    public IAsyncEnumerable<ReminderRecord> ReadRemindersAsync(CancellationToken cancellationToken)
        => ReadAsync(Reminders, row => new ReminderRecord(GrainId.Parse(row.GetString(0), CultureInfo.InvariantCulture), row.GetString(1), row.GetDateTime(2), TimeSpan.FromMilliseconds(row.GetInt64(3))), cancellationToken);

    private async IAsyncEnumerable<T> ReadAsync<T>(string sql, Func<DbDataReader, T> read, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(cancellationToken);
#pragma warning disable CA2100 // The two constants above.
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0, Parameters = { new NpgsqlParameter { Value = cluster.Value.ServiceId } } };
#pragma warning restore CA2100
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
            yield return read(rows);
    }
}

using System.Globalization;
using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using Microsoft.Extensions.Options;
using Orleans.Configuration;

namespace Kayse.Silo.AzureStorage;

/// <summary>
/// Reads Orleans' table of reminders as it is laid out: a partition is the service id with the hash of the grain, and
/// times are texts that sort in the order of time.
/// </summary>
internal sealed class ReminderRows(TableClient table, IOptions<ClusterOptions> cluster)
{
    private const string Time = "yyyy-MM-dd HH:mm:ss.fff 'GMT'";
    private const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
    private static readonly string[] _columns = ["GrainReference", "ReminderName", "StartAt", "Period"];

    private string ServiceId => cluster.Value.ServiceId;

    /// <summary>All of the service.</summary>
    public IAsyncEnumerable<ReminderEntry> ReadAsync(CancellationToken cancellationToken) => QueryAsync(Everything, cancellationToken);

    /// <summary>Those of a range, which may wrap around, that start by a time: all that can be due by then.</summary>
    public IAsyncEnumerable<ReminderEntry> ReadAsync(uint begin, uint end, DateTime until, CancellationToken cancellationToken)
    {
        var after = TableClient.CreateQueryFilter($"PartitionKey gt {PartitionOf(begin)}");
        var upTo = TableClient.CreateQueryFilter($"PartitionKey le {PartitionOf(end)}");
        var starts = TableClient.CreateQueryFilter($"StartAt le {until.ToString(Time, CultureInfo.InvariantCulture)}");
        var range = begin == end ? Everything : $"({Everything}) and (({after}) {(begin < end ? "and" : "or")} ({upTo}))";
        return QueryAsync($"({range}) and ({starts})", cancellationToken);
    }

    private string Everything =>
        TableClient.CreateQueryFilter($"PartitionKey ge {ServiceId + "_"} and PartitionKey lt {ServiceId + "`"}");

    private string PartitionOf(uint hash) => $"{ServiceId}_{hash:X8}";

    private async IAsyncEnumerable<ReminderEntry> QueryAsync(string filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in table.QueryAsync<TableEntity>(filter, select: _columns, cancellationToken: cancellationToken))
            yield return new ReminderEntry
            {
                GrainId = GrainId.Parse(row.GetString("GrainReference"), CultureInfo.InvariantCulture),
                ReminderName = row.GetString("ReminderName"),
                StartAt = DateTime.ParseExact(row.GetString("StartAt"), Time, CultureInfo.InvariantCulture, Utc),
                Period = TimeSpan.Parse(row.GetString("Period"), CultureInfo.InvariantCulture),
                ETag = row.ETag.ToString(),
            };
    }
}

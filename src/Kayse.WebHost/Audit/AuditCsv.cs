using System.Globalization;
using CsvHelper;
using Kayse.Grains.Audit;
using Kayse.WebHost.Http.Csv;

namespace Kayse.WebHost.Audit;

/// <summary>
/// Entries as rows. What a spreadsheet would take for a formula is made text: names and values come from people.
/// </summary>
internal sealed class AuditCsv : IAsyncDisposable
{
    private static readonly string[] _columns =
    [
        "at",
        "action",
        "actor id",
        "actor name",
        "target kind",
        "target id",
        "target name",
        "before",
        "after",
        "ip address",
        "session id",
        "id",
        "sequence",
        "hash",
    ];

    private static readonly CsvWriterOptions _options = CsvWriterOptions.Default with { Injection = CsvInjection.Escape };

    private readonly CsvWriter _csv;

    public AuditCsv(Stream stream)
    {
        _csv = CsvWriter.Create(stream, _options, leaveOpen: true);
        _csv.WriteRecord(_columns);
    }

    public async Task WriteAsync(IEnumerable<AuditEntry> entries, CancellationToken ct)
    {
        foreach (var entry in entries)
            await _csv.WriteRecordAsync([.. CellsOf(entry).Select(SpreadsheetText.Of)], ct);
        await _csv.FlushAsync(ct);
    }

    public ValueTask DisposeAsync() => _csv.DisposeAsync();

    private static string?[] CellsOf(AuditEntry entry)
    {
        var record = entry.Record;
        return
        [
            record.At.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
            record.Action,
            record.Actor.UserId,
            record.Actor.Name,
            record.Target.Kind,
            record.Target.Id,
            record.Target.Name,
            ChangedFields.Before(record.Changes)?.ToJsonString(ChangedFields.Readable),
            ChangedFields.After(record.Changes)?.ToJsonString(ChangedFields.Readable),
            record.IpAddress,
            record.SessionId,
            record.Id,
            entry.Sequence.ToString(CultureInfo.InvariantCulture),
            entry.Hash,
        ];
    }
}

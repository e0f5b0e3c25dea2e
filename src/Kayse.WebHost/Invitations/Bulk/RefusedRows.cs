using System.Text;
using CsvHelper;
using Kayse.Grains.Invitations;
using Kayse.WebHost.Http.Csv;

namespace Kayse.WebHost.Invitations.Bulk;

/// <summary>
/// The refused rows of a file as a file of their own, with why: to be corrected in a spreadsheet and uploaded again. What
/// a spreadsheet would take for a formula is marked as text.
/// </summary>
internal static class RefusedRows
{
    private static readonly CsvWriterOptions _options = CsvWriterOptions.Default with { Injection = CsvInjection.Escape };

    /// <summary>The file as CSV in UTF-8 with a byte order mark, by which Excel knows it; null when no row was refused.</summary>
    public static byte[]? Of(FileColumns columns, IReadOnlyList<BulkRow> rows)
    {
        var refused = rows.Where(row => row.Outcome?.Outcome == InviteOutcome.Refused).ToList();
        if (refused.Count == 0)
            return null;
        using var stream = new MemoryStream();
        stream.Write(SpreadsheetText.Bom.Span);
        using (var csv = CsvWriter.Create(stream, _options, leaveOpen: true))
        {
            csv.WriteRecord([.. columns.InOrder.Select(column => column.Header), "error"]);
            foreach (var row in refused)
                csv.WriteRecord([.. CellsOf(columns, row).Select(SpreadsheetText.Of)]);
            csv.Flush();
        }

        return stream.ToArray();
    }

    private static IEnumerable<string?> CellsOf(FileColumns columns, BulkRow row) =>
        columns.InOrder.Select(column => columns.CellOf(row.Source.Cells, column.Field)).Append(ReasonOf(columns, row));

    private static string ReasonOf(FileColumns columns, BulkRow row) =>
        BulkInvitationRowResponse.Of(columns, row).Error is { Columns: { } reasons }
            ? string.Join(' ', reasons.Select(reason => $"{reason.Key}: {string.Join(' ', reason.Value)}"))
            : row.Outcome!.Refusal!.Message;
}

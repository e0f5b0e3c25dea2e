using System.Globalization;
using CsvHelper;
using Kayse.Grains.Errors;

namespace Kayse.WebHost.Invitations.Bulk;

/// <summary>The people in an uploaded file, as it spells them.</summary>
/// <param name="Columns">What its columns hold.</param>
/// <param name="Rows">In the order of the file; without empty ones.</param>
internal sealed record InvitationFile(FileColumns Columns, IReadOnlyList<FileRow> Rows)
{
    /// <summary>Reads a file; refuses one that as a whole is at fault.</summary>
    public static InvitationFile Read(string text)
    {
        var malformed = new Dictionary<long, CsvMalformedReason>();
        var options = new CsvReaderOptions
        {
            Separator = FileDialect.SeparatorOf(text),
            HasHeader = false,
            TrackLineNumbers = true,
            OnMalformedRecord = record => malformed[record.LineNumber] = record.Reason,
        };
        using var reader = CsvReader.FromText(text, options);
        if (!reader.Read())
            throw new RefusedException(InvitationFileErrors.NoRows);
        var columns = new FileColumns(CellsOf(reader));
        var rows = RowsOf(reader, columns, malformed).Where(row => row.Cells.Any(cell => !string.IsNullOrWhiteSpace(cell))).ToList();
        return rows.Count switch
        {
            0 => throw new RefusedException(InvitationFileErrors.NoRows),
            > FieldLimits.InvitationRows => throw Unreadable(
                $"The file has {rows.Count} rows; it may have up to {FieldLimits.InvitationRows}."
            ),
            _ => new InvitationFile(columns, rows),
        };
    }

    private static IEnumerable<FileRow> RowsOf(CsvReader reader, FileColumns columns, Dictionary<long, CsvMalformedReason> malformed)
    {
        while (reader.Read())
        {
            var (line, cells) = (reader.LineNumber, CellsOf(reader));
            yield return new FileRow(
                (int)line,
                cells,
                malformed.TryGetValue(line, out var reason) ? FaultOf(line, reason) : FaultOf(cells, columns)
            );
        }
    }

    private static IReadOnlyList<string> CellsOf(CsvReader reader) =>
        [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)];

    private static string FaultOf(long line, CsvMalformedReason reason) =>
        reason == CsvMalformedReason.UnterminatedQuote
            ? throw Unreadable(
                $"A quotation mark in the row that begins in line {line} is never closed: everything after it would be one cell."
            )
            : "A quotation mark stands within a cell. Put the whole cell in quotation marks, and double those within.";

    private static string? FaultOf(IReadOnlyList<string> cells, FileColumns columns)
    {
        for (var index = 0; index < cells.Count; index++)
        {
            if (!string.IsNullOrWhiteSpace(cells[index]) && columns.IsNameless(index))
                return string.Create(
                    CultureInfo.InvariantCulture,
                    $"Cell {index + 1} stands under no column name. Put a cell that holds the separator in quotation marks."
                );
        }

        return null;
    }

    private static RefusedException Unreadable(FormattableString message) =>
        new(InvitationFileErrors.Unreadable(FormattableString.Invariant(message)));
}

/// <summary>One person in a file.</summary>
/// <param name="Line">Where the row begins, from 1.</param>
/// <param name="Cells">Its cells.</param>
/// <param name="Fault">Why the cells can't be trusted to stand in their columns; null when they can.</param>
internal sealed record FileRow(int Line, IReadOnlyList<string> Cells, string? Fault);

using PdfSharp.Drawing;
using PdfSharp.UniversalAccessibility;

namespace Kayse.Grains.Documents;

/// <summary>Lays out a table. Numbers that are wide make its letters smaller: a number isn't broken.</summary>
internal sealed class PdfTableLayout
{
    private const double Padding = 3;
    private const int MaxLines = 20;

    private static readonly XPen _rule = new(XColor.FromArgb(0xcb, 0xd5, 0xe0), 0.5);
    private static readonly XPen _strongRule = new(XColor.FromArgb(0x4a, 0x55, 0x68), 0.8);

    private readonly DocumentTable _table;
    private readonly PdfFlow _flow;
    private readonly double _shares;
    private readonly PdfTextStyle _cell;
    private readonly PdfTextStyle _total;

    public PdfTableLayout(DocumentTable table, PdfFlow flow)
    {
        (_table, _flow) = (table, flow);
        _shares = table.Columns.Sum(column => column.Share);
        var size = PdfTextStyle.Cell.Font.Size * Math.Min(1, ScaleOf(table.Rows.Append(table.Totals ?? [])));
        (_cell, _total) = (PdfTextStyle.CellOf(size), PdfTextStyle.TotalOf(size));
    }

    public void Lay()
    {
        var heading = LinesOf([.. _table.Columns.Select(column => column.Title)], PdfTextStyle.CellHeading);
        var headingHeight = HeightOf(heading, PdfTextStyle.CellHeading);
        if (!_flow.HasRoomFor(headingHeight * 3))
            _flow.BreakPage();
        _flow.Add(pen => pen.Begin(PdfBlockLevelElementTag.Table));
        _flow.Add(headingHeight, (pen, y) => DrawHeading(pen, heading, y));
        foreach (var row in _table.Rows)
            LayRow(LinesOf(row, _cell), _cell, _rule);
        if (_table.Totals is not null)
            LayRow(LinesOf(_table.Totals, _total), _total, _strongRule);
        _flow.Add(pen => pen.End());

        void LayRow(List<IReadOnlyList<string>> cells, PdfTextStyle style, XPen rule)
        {
            var height = HeightOf(cells, style);
            if (!_flow.HasRoomFor(height))
            {
                _flow.BreakPage();
                _flow.Add(headingHeight, (pen, y) => DrawRepeatedHeading(pen, heading, y));
            }

            _flow.Add(height, (pen, y) => DrawRow(pen, cells, style, rule, y));
        }
    }

    private void DrawHeading(PdfPen pen, List<IReadOnlyList<string>> cells, double y)
    {
        pen.Begin(PdfBlockLevelElementTag.TableRow);
        for (var i = 0; i < cells.Count; i++)
        {
            pen.Begin(PdfBlockLevelElementTag.TableHeaderCell);
            pen.MarkAsColumnHeading();
            DrawCell(pen, i, cells[i], PdfTextStyle.CellHeading, y);
            pen.End();
        }

        pen.End();
        DrawRule(pen, _strongRule, y + HeightOf(cells, PdfTextStyle.CellHeading));
    }

    private void DrawRepeatedHeading(PdfPen pen, List<IReadOnlyList<string>> cells, double y)
    {
        pen.BeginArtifact();
        for (var i = 0; i < cells.Count; i++)
            DrawCell(pen, i, cells[i], PdfTextStyle.CellHeading, y);
        pen.End();
        DrawRule(pen, _strongRule, y + HeightOf(cells, PdfTextStyle.CellHeading));
    }

    private void DrawRow(PdfPen pen, List<IReadOnlyList<string>> cells, PdfTextStyle style, XPen rule, double y)
    {
        DrawRule(pen, rule, y);
        pen.Begin(PdfBlockLevelElementTag.TableRow);
        for (var i = 0; i < cells.Count; i++)
        {
            pen.Begin(PdfBlockLevelElementTag.TableDataCell);
            DrawCell(pen, i, cells[i], style, y);
            pen.End();
        }

        pen.End();
    }

    private void DrawCell(PdfPen pen, int column, IReadOnlyList<string> lines, PdfTextStyle style, double y) =>
        pen.Text(lines, _table.Columns[column].IsNumber ? style.Right : style, LeftOf(column) + Padding, y + Padding, RoomOf(column));

    private static void DrawRule(PdfPen pen, XPen rule, double y)
    {
        pen.BeginArtifact();
        pen.Line(rule, PdfFlow.Left, y, PdfFlow.Left + PdfFlow.Width, y);
        pen.End();
    }

    private List<IReadOnlyList<string>> LinesOf(IReadOnlyList<string> row, PdfTextStyle style) =>
        [.. row.Select((text, i) => PdfText.Wrap(text, style.Font, RoomOf(i), MaxLines))];

    private static double HeightOf(List<IReadOnlyList<string>> cells, PdfTextStyle style) =>
        (cells.Max(lines => lines.Count) * style.LineHeight) + (2 * Padding);

    // How much smaller the letters must be for all numbers to fit; more than 1 where there is room to spare.
    private double ScaleOf(IEnumerable<IReadOnlyList<string>> rows) =>
        rows.SelectMany(row => row.Select((text, column) => (text, column)))
            .Where(cell => _table.Columns[cell.column].IsNumber && cell.text.Length > 0)
            .Select(cell => RoomOf(cell.column) / PdfText.WidthOf(cell.text, PdfTextStyle.CellHeading.Font))
            .DefaultIfEmpty(1)
            .Min();

    private double RoomOf(int column) => WidthOf(column) - (2 * Padding);

    private double WidthOf(int column) => PdfFlow.Width * _table.Columns[column].Share / _shares;

    private double LeftOf(int column) =>
        PdfFlow.Left + (PdfFlow.Width * _table.Columns.Take(column).Sum(earlier => earlier.Share) / _shares);
}

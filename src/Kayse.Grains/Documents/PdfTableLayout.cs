using PdfSharp.Drawing;
using PdfSharp.UniversalAccessibility;

namespace Kayse.Grains.Documents;

/// <summary>Lays out a table.</summary>
internal sealed class PdfTableLayout(DocumentTable table, PdfFlow flow)
{
    private const double Padding = 3;
    private const int MaxLines = 20;

    private static readonly XPen _rule = new(XColor.FromArgb(0xcb, 0xd5, 0xe0), 0.5);
    private static readonly XPen _strongRule = new(XColor.FromArgb(0x4a, 0x55, 0x68), 0.8);

    private readonly double _shares = table.Columns.Sum(column => column.Share);

    public void Lay()
    {
        var heading = LinesOf([.. table.Columns.Select(column => column.Title)], PdfTextStyle.CellHeading);
        var headingHeight = HeightOf(heading, PdfTextStyle.CellHeading);
        if (!flow.HasRoomFor(headingHeight * 3))
            flow.BreakPage();
        flow.Add(pen => pen.Begin(PdfBlockLevelElementTag.Table));
        flow.Add(headingHeight, (pen, y) => DrawHeading(pen, heading, y));
        foreach (var row in table.Rows)
            LayRow(LinesOf(row, PdfTextStyle.Cell), PdfTextStyle.Cell, _rule);
        if (table.Totals is not null)
            LayRow(LinesOf(table.Totals, PdfTextStyle.CellHeading), PdfTextStyle.CellHeading, _strongRule);
        flow.Add(pen => pen.End());

        void LayRow(List<IReadOnlyList<string>> cells, PdfTextStyle style, XPen rule)
        {
            var height = HeightOf(cells, style);
            if (!flow.HasRoomFor(height))
            {
                flow.BreakPage();
                flow.Add(headingHeight, (pen, y) => DrawRepeatedHeading(pen, heading, y));
            }

            flow.Add(height, (pen, y) => DrawRow(pen, cells, style, rule, y));
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
        pen.Text(
            lines,
            table.Columns[column].IsNumber ? style.Right : style,
            LeftOf(column) + Padding,
            y + Padding,
            WidthOf(column) - (2 * Padding)
        );

    private static void DrawRule(PdfPen pen, XPen rule, double y)
    {
        pen.BeginArtifact();
        pen.Line(rule, PdfFlow.Left, y, PdfFlow.Left + PdfFlow.Width, y);
        pen.End();
    }

    private List<IReadOnlyList<string>> LinesOf(IReadOnlyList<string> row, PdfTextStyle style) =>
        [.. row.Select((text, i) => PdfText.Wrap(text, style.Font, WidthOf(i) - (2 * Padding), MaxLines))];

    private static double HeightOf(List<IReadOnlyList<string>> cells, PdfTextStyle style) =>
        (cells.Max(lines => lines.Count) * style.LineHeight) + (2 * Padding);

    private double WidthOf(int column) => PdfFlow.Width * table.Columns[column].Share / _shares;

    private double LeftOf(int column) =>
        PdfFlow.Left + (PdfFlow.Width * table.Columns.Take(column).Sum(earlier => earlier.Share) / _shares);
}

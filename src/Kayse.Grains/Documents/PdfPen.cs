using PdfSharp.Drawing;
using PdfSharp.UniversalAccessibility;

namespace Kayse.Grains.Documents;

/// <summary>
/// Draws on the current page, and says of all that it draws what it is: a screen reader reads headings as headings and
/// tables as tables, and leaves out lines, page numbers and headings that are repeated.
/// </summary>
internal sealed class PdfPen(XGraphics graphics, StructureBuilder structure, int number, int pages)
{
    /// <summary>The number of the page, from 1.</summary>
    public int Number => number;

    /// <summary>How many pages there are.</summary>
    public int Pages => pages;

    public void Begin(PdfBlockLevelElementTag tag) => structure.BeginElement(tag);

    public void BeginFigure(string description, XRect box) =>
        structure.BeginElement(PdfIllustrationElementTag.Figure, PdfIdentity.Safe(description), box);

    /// <summary>What comes is no content.</summary>
    public void BeginArtifact() => structure.BeginArtifact();

    public void End() => structure.End();

    /// <summary>The cell that was begun is the heading of its column.</summary>
    public void MarkAsColumnHeading() => structure.CurrentStructureElement.TableAttributes.Elements.SetName("/Scope", "/Column");

    /// <summary>Draws lines of text one below the other.</summary>
    public void Text(IReadOnlyList<string> lines, PdfTextStyle style, double left, double top, double width)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            var x = style.IsRight ? left + width - graphics.MeasureString(lines[i], style.Font).Width : left;
            graphics.DrawString(lines[i], style.Font, style.Brush, x, top + (i * style.LineHeight) + style.Ascent);
        }
    }

    public void Line(XPen pen, double x1, double y1, double x2, double y2) => graphics.DrawLine(pen, x1, y1, x2, y2);

    public void Bar(XBrush brush, XRect bar) => graphics.DrawRectangle(brush, bar);
}

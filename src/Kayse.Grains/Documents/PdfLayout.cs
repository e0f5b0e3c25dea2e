using System.Globalization;
using PdfSharp.UniversalAccessibility;

namespace Kayse.Grains.Documents;

/// <summary>Puts the blocks of a document on pages.</summary>
internal static class PdfLayout
{
    private const double FooterTop = PdfFlow.PageHeight - 48;

    // A heading isn't left alone at the end of a page.
    private const double RoomAfterHeading = 60;

    public static PdfFlow Of(Document document)
    {
        var flow = new PdfFlow();
        AddText(flow, document.Title, PdfTextStyle.Title, PdfBlockLevelElementTag.Heading1);
        foreach (var block in document.Blocks)
        {
            flow.Space(8);
            Add(flow, block);
        }

        return flow;
    }

    /// <summary>What the document is, and the number of the page.</summary>
    public static void DrawFooter(PdfPen pen, Document document)
    {
        var style = PdfTextStyle.Small;
        var number = string.Create(CultureInfo.InvariantCulture, $"Page {pen.Number} of {pen.Pages}");
        pen.BeginArtifact();
        pen.Text(
            PdfText.Wrap(document.Footer ?? document.Title, style.Font, PdfFlow.Width * 0.75, 1),
            style,
            PdfFlow.Left,
            FooterTop,
            PdfFlow.Width
        );
        pen.Text([number], style.Right, PdfFlow.Left, FooterTop, PdfFlow.Width);
        pen.End();
    }

    private static void Add(PdfFlow flow, DocumentBlock block)
    {
        switch (block)
        {
            case DocumentHeading heading:
                if (!flow.HasRoomFor(RoomAfterHeading))
                    flow.BreakPage();
                AddText(flow, heading.Text, PdfTextStyle.Heading, PdfBlockLevelElementTag.Heading2);
                break;
            case DocumentParagraph paragraph:
                AddText(flow, paragraph.Text, PdfTextStyle.Body, PdfBlockLevelElementTag.Paragraph);
                break;
            case DocumentTable table:
                new PdfTableLayout(table, flow).Lay();
                break;
            case DocumentChart chart:
                new PdfChartLayout(chart, flow).Lay();
                break;
            default:
                throw new ArgumentException($"{block.GetType().Name} can't be laid out.", nameof(block));
        }
    }

    private static void AddText(PdfFlow flow, string text, PdfTextStyle style, PdfBlockLevelElementTag tag)
    {
        var lines = PdfText.Wrap(text, style.Font, PdfFlow.Width);
        flow.Add(pen => pen.Begin(tag));
        foreach (var line in lines)
            flow.Add(style.LineHeight, (pen, y) => pen.Text([line], style, PdfFlow.Left, y, PdfFlow.Width));
        flow.Add(pen => pen.End());
    }
}

using PdfSharp.Drawing;
using PdfSharp.Pdf;
using PdfSharp.UniversalAccessibility;

namespace Kayse.Grains.Documents;

/// <summary>
/// Writes documents as PDF: with a title, a language and a structure for screen readers, the font inside, and a number
/// on each page. The same document is the same file, byte by byte.
/// </summary>
public static class PdfFile
{
    /// <summary>How files of this kind are called over HTTP and in mails.</summary>
    public const string MediaType = "application/pdf";

    // A large one takes a tenth of a second of a processor.
    private static readonly SemaphoreSlim _writing = new(2);

    /// <summary>The file, written apart from the caller's thread; a few at a time.</summary>
    public static async Task<byte[]> WriteAsync(Document document)
    {
        await _writing.WaitAsync();
        try
        {
            return await Task.Run(() => Write(document));
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <summary>The file.</summary>
    public static byte[] Write(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        using var pdf = new PdfDocument();
        pdf.Info.Title = PdfIdentity.Safe(document.Title);
        pdf.Info.Creator = "Kayse";
        pdf.Info.CreationDate = document.CreatedAt.UtcDateTime;
        var accessibility = UAManager.ForDocument(pdf);
        accessibility.SetDocumentLanguage(document.Language);
        Draw(document, PdfLayout.Of(document), pdf, accessibility.StructureBuilder);
        using var file = new MemoryStream();
        pdf.Save(file);
        return PdfIdentity.Fix(file.ToArray(), document);
    }

    private static void Draw(Document document, PdfFlow flow, PdfDocument pdf, StructureBuilder structure)
    {
        for (var i = 0; i < flow.Pages.Count; i++)
        {
            var page = pdf.AddPage();
            page.Width = XUnit.FromPoint(PdfFlow.PageWidth);
            page.Height = XUnit.FromPoint(PdfFlow.PageHeight);
            using var graphics = XGraphics.FromPdfPage(page);
            var pen = new PdfPen(graphics, structure, i + 1, flow.Pages.Count);
            foreach (var draw in flow.Pages[i])
                draw(pen);
            PdfLayout.DrawFooter(pen, document);
        }
    }
}

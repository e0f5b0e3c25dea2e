using PdfSharp.Drawing;
using PdfSharp.Fonts;
using PdfSharp.Pdf;

namespace Kayse.Grains.Documents;

/// <summary>
/// The font of documents: Source Sans 3 (OFL), with Latin, Greek and Cyrillic letters. Its digits are all of the same
/// width, so numbers stand one below the other. It is part of the program: documents look the same everywhere.
/// </summary>
internal sealed class PdfFonts : IFontResolver
{
    private const string Family = "Source Sans";

    private static readonly XPdfFontOptions _options = new(PdfFontEncoding.Unicode, PdfFontEmbedding.TryComputeSubset);

    // PDFsharp has one resolver for the whole program, which must be there before its first font.
    static PdfFonts() => GlobalFontSettings.FontResolver = new PdfFonts();

    public static XFont Regular(double size) => new(Family, size, XFontStyleEx.Regular, _options);

    public static XFont Bold(double size) => new(Family, size, XFontStyleEx.Bold, _options);

    public FontResolverInfo ResolveTypeface(string familyName, bool bold, bool italic) =>
        new(bold ? "source-sans-semibold" : "source-sans-regular");

    public byte[] GetFont(string faceName)
    {
        using var font =
            typeof(PdfFonts).Assembly.GetManifestResourceStream($"{faceName}.ttf")
            ?? throw new InvalidOperationException($"The font {faceName} is missing.");
        var bytes = new byte[font.Length];
        font.ReadExactly(bytes);
        return bytes;
    }
}

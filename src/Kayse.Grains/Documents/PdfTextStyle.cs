using PdfSharp.Drawing;

namespace Kayse.Grains.Documents;

/// <summary>How a text looks.</summary>
internal sealed record PdfTextStyle(XFont Font, XBrush Brush, bool IsRight = false)
{
    private static readonly XBrush _ink = new XSolidBrush(XColor.FromArgb(0x1a, 0x20, 0x2c));
    private static readonly XBrush _muted = new XSolidBrush(XColor.FromArgb(0x4a, 0x55, 0x68));

    public static readonly PdfTextStyle Title = new(PdfFonts.Bold(20), _ink);
    public static readonly PdfTextStyle Heading = new(PdfFonts.Bold(13), _ink);
    public static readonly PdfTextStyle Body = new(PdfFonts.Regular(10), _ink);
    public static readonly PdfTextStyle Cell = new(PdfFonts.Regular(9), _ink);
    public static readonly PdfTextStyle CellHeading = new(PdfFonts.Bold(9), _ink);
    public static readonly PdfTextStyle Small = new(PdfFonts.Regular(8), _muted);

    public double LineHeight => Font.Size * 1.35;

    /// <summary>From the top of a line to where its letters stand.</summary>
    public double Ascent => Font.Size;

    public PdfTextStyle Right => this with { IsRight = true };

    /// <summary>A cell in smaller letters.</summary>
    public static PdfTextStyle CellOf(double size) => new(PdfFonts.Regular(size), _ink);

    /// <summary>A cell that sums up others, in smaller letters.</summary>
    public static PdfTextStyle TotalOf(double size) => new(PdfFonts.Bold(size), _ink);
}

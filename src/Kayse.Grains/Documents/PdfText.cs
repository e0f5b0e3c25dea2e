using System.Text;
using PdfSharp.Drawing;

namespace Kayse.Grains.Documents;

/// <summary>Breaks text into lines.</summary>
internal static class PdfText
{
    private static readonly XGraphics _ruler = XGraphics.CreateMeasureContext(
        new XSize(PdfFlow.PageWidth, PdfFlow.PageHeight),
        XGraphicsUnit.Point,
        XPageDirection.Downwards
    );

    private static readonly Lock _lock = new();

    public static double WidthOf(string text, XFont font)
    {
        // The ruler belongs to the whole program.
        lock (_lock)
            return _ruler.MeasureString(text, font).Width;
    }

    /// <summary>
    /// The lines of a text, broken at spaces, and within words that are too long; what has no room ends in an ellipsis.
    /// </summary>
    public static IReadOnlyList<string> Wrap(string text, XFont font, double width, int maxLines = int.MaxValue)
    {
        var lines = new List<string>();
        foreach (var paragraph in text.ReplaceLineEndings("\n").Split('\n'))
            Wrap(lines, Printable(paragraph), font, width);
        if (lines.Count <= maxLines)
            return lines;
        return [.. lines.Take(maxLines - 1), $"{lines[maxLines - 1]}…"];
    }

    private static void Wrap(List<string> lines, string text, XFont font, double width)
    {
        var line = "";
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (WidthOf(longer, font) <= width)
            {
                line = longer;
                continue;
            }

            if (line.Length > 0)
                lines.Add(line);
            line = BreakWord(lines, word, font, width);
        }

        lines.Add(line);
    }

    // Returns what is left of the word for the next line.
    private static string BreakWord(List<string> lines, string word, XFont font, double width)
    {
        while (WidthOf(word, font) > width)
        {
            var fits = LengthThatFits(word, font, width);
            lines.Add(word[..fits]);
            word = word[fits..];
        }

        return word;
    }

    private static int LengthThatFits(string word, XFont font, double width)
    {
        var fits = 0;
        foreach (var rune in word.EnumerateRunes())
        {
            var next = fits + rune.Utf16SequenceLength;
            if (fits > 0 && WidthOf(word[..next], font) > width)
                break;
            fits = next;
        }

        return fits;
    }

    /// <summary>The text without control characters.</summary>
    public static string Printable(string text)
    {
        var printable = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            printable.Append(Rune.IsControl(rune) ? " " : rune.ToString());
        return printable.ToString();
    }
}

using System.Globalization;
using System.Text;

namespace Kayse.Grains.Mail;

/// <summary>
/// Makes text that people typed fit to stand in a header or a sentence: on one line, so that it cannot add headers or
/// lines of its own, and without the marks that reverse the reading direction of what follows.
/// </summary>
public static class OneLine
{
    public static string Of(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (!IsBreak(rune) && !Rune.IsWhiteSpace(rune))
                line.Append(IsDirectionMark(rune) ? "" : rune.ToString());
            else if (line.Length > 0 && line[^1] != ' ')
                line.Append(' ');
        }

        return line.ToString().TrimEnd();
    }

    private static bool IsBreak(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    private static bool IsDirectionMark(Rune rune) => rune.Value is >= 0x202A and <= 0x202E or >= 0x2066 and <= 0x2069;
}

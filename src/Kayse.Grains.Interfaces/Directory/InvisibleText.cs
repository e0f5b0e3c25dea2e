using System.Globalization;
using System.Text;

namespace Kayse.Grains.Directory;

/// <summary>
/// Characters that nobody sees: at the ends of what was pasted they are an accident, and alone they are no name.
/// </summary>
internal static class InvisibleText
{
    // Letters and symbols that are drawn as nothing: the Hangul fillers and the empty Braille cell.
    private const string Blank = "\u115F\u1160\u3164\uFFA0\u2800";

    // At the ends. Joiners (U+200C, U+200D) and tags belong to the character before them: to Malayalam words, and to
    // the flag of Wales.
    private const string Marks = "\u00AD\u061C\u180E\u200B\u200E\u200F\u2060\u2061\u2062\u2063\u2064\uFEFF";

    /// <summary>The text without white space and invisible marks at its ends.</summary>
    public static string Trim(string text)
    {
        var (start, end) = (0, text.Length);
        while (start < end && IsTrimmed(text[start]))
            start++;
        while (end > start && IsTrimmed(text[end - 1]))
            end--;
        return text[start..end];
    }

    /// <summary>Whether there is something to be seen in it. Accents alone are nothing.</summary>
    public static bool IsVisible(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsVisible(rune))
                return true;
        }

        return false;
    }

    private static bool IsTrimmed(char character) => char.IsWhiteSpace(character) || Marks.Contains(character, StringComparison.Ordinal);

    private static bool IsVisible(Rune rune) =>
        (!rune.IsBmp || !Blank.Contains((char)rune.Value, StringComparison.Ordinal))
        && Rune.GetUnicodeCategory(rune)
            is not (
                UnicodeCategory.SpaceSeparator
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator
                or UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.OtherNotAssigned
                or UnicodeCategory.PrivateUse
                or UnicodeCategory.NonSpacingMark
                or UnicodeCategory.EnclosingMark
                or UnicodeCategory.SpacingCombiningMark
            );
}

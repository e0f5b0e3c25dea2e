using System.Globalization;
using System.Text;

namespace Kayse.Grains.TwoFactor;

/// <summary>
/// A code as people type and paste it: spaces, line breaks and dashes of every kind don't count, nor does the script of
/// its digits.
/// </summary>
internal static class TypedCode
{
    // Longer text is no code. The longest is a backup code with something between all of its characters.
    private const int MaxLength = 128;

    // U+2212 is the minus sign, which is no dash to Unicode.
    private const int Minus = 0x2212;

    /// <summary>The characters that count, in lower case; empty when it is too long to be a code.</summary>
    public static string Read(string input)
    {
        if (input.Length > MaxLength)
            return "";
        var text = new StringBuilder(input.Length);
        foreach (var rune in input.EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.DecimalDigitNumber)
                text.Append((int)Rune.GetNumericValue(rune));
            else if (!IsBetween(rune))
                text.Append(rune);
        }

        // Full-width letters are letters.
        return text.ToString().Normalize(NormalizationForm.FormKC).ToLowerInvariant();
    }

    private static bool IsBetween(Rune rune) =>
        rune.Value == Minus
        || Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.SpaceSeparator
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator
                or UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.DashPunctuation;
}

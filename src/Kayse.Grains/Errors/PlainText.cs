using System.Globalization;
using System.Text;
using Kayse.Grains.Directory;

namespace Kayse.Grains.Errors;

/// <summary>One line of text from a person.</summary>
internal static class PlainText
{
    /// <summary>
    /// Trims, also of invisible characters, and normalises (NFC); false for control characters, line breaks,
    /// bidirectional overrides and broken surrogates, which would show as something else than what was typed.
    /// </summary>
    public static bool TryClean(string text, out string clean)
    {
        clean = "";
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune == Rune.ReplacementChar || IsForbidden(Rune.GetUnicodeCategory(rune), rune.Value))
                return false;
        }

        clean = InvisibleText.Trim(text).Normalize(NormalizationForm.FormC);
        return true;
    }

    // Format characters are letters' business in some scripts (zero-width joiners); only those that reorder text are
    // refused.
    private static bool IsForbidden(UnicodeCategory category, int value) =>
        category
            is UnicodeCategory.Control
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator
                or UnicodeCategory.OtherNotAssigned
        || value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);
}

using System.Globalization;
using System.Text;

namespace Kayse.Grains.Members;

/// <summary>Texts as they are searched and sorted: without regard to case and accents.</summary>
internal static class SearchText
{
    // Letters that Unicode doesn't take apart, as people type them who don't have the key.
    private static readonly Dictionary<char, string> _plain = new()
    {
        ['ß'] = "SS",
        ['ẞ'] = "SS",
        ['Æ'] = "AE",
        ['Œ'] = "OE",
        ['Ø'] = "O",
        ['Ł'] = "L",
        ['Đ'] = "D",
        ['Ð'] = "D",
        ['Þ'] = "TH",
        ['Ħ'] = "H",
        ['ı'] = "I",
        ['İ'] = "I",
    };

    /// <summary>The same text for every way to write it.</summary>
    public static string Of(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize(NormalizationForm.FormKD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark)
                continue;
            var upper = char.ToUpperInvariant(letter);
            if (_plain.TryGetValue(upper, out var letters))
                plain.Append(letters);
            else
                plain.Append(upper);
        }

        return plain.ToString();
    }

    /// <summary>The words that are looked for; none lets everything through.</summary>
    public static IReadOnlyList<string> WordsOf(string? search) =>
        search is null ? [] : Of(search).Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}

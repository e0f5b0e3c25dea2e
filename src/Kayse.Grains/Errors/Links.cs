using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Kayse.Grains.Errors;

/// <summary>Finds what mail programs make a link of, in names that stand in genuine mails.</summary>
internal static partial class Links
{
    // What people write before a name without a space: Dr.Smith, St.John.
    private const string Titles = "(?:dr|st|ste|mr|mrs|ms|mx|prof|rev|hon|fr|sr|jr|mag|ing|dipl|no)";

    /// <summary>The word that would become a link; null when there is none.</summary>
    public static string? FindIn(string text)
    {
        // Full-width and ideographic dots count as dots, as they do in domain names. Programs skip what is invisible.
        var plain = new StringBuilder(text.Length);
        foreach (var rune in text.Replace('\u3002', '.').Replace('\uFF61', '.').Normalize(NormalizationForm.FormKC).EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is not UnicodeCategory.Format)
                plain.Append(rune);
        }

        return plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault(IsLink);
    }

    /// <summary>The same text, written so that no program makes a link of it.</summary>
    public static string Broken(string text) => FindIn(text) is null ? text : Joint().Replace(text, "$0\u200B");

    private static bool IsLink(string word) => Address().IsMatch(word) && !Titled().IsMatch(word);

    // A scheme, an email address, or a domain. One letter before the dot is an initial (J.Smith) unless the rest is as
    // short as t.co.
    [GeneratedRegex(
        @"(?:[a-z][a-z0-9+.-]*://|\bmailto:|\bwww\.|[^\s@]@[^\s@]"
            + @"|[\p{L}\p{N}][\p{L}\p{N}_-]*[\p{L}\p{N}]\.\p{L}[\p{L}\p{N}-]*[\p{L}\p{N}]|(?<![\p{L}\p{N}.])[\p{L}\p{N}]\.[a-z]{2,3}(?![\p{L}\p{N}.]))",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Address();

    [GeneratedRegex(
        @"^\P{L}*" + Titles + @"\.\p{L}+\P{L}*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Titled();

    [GeneratedRegex(@"[.:@/\u3002\uFF0E\uFF61]", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Joint();
}

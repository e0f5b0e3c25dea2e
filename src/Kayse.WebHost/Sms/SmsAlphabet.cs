using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Kayse.WebHost.Sms;

/// <summary>The GSM 7-bit default alphabet with its extension table (3GPP TS 23.038, section 6.2.1).</summary>
internal static class SmsAlphabet
{
    private const string Basic =
        "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
        + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    private const string Extended = "\f^{}\\[~]|€";

    // What people paste out of word processors, and write without meaning it to cost more.
    private static readonly FrozenDictionary<int, string> _replacements = new Dictionary<int, string>
    {
        ['‘'] = "'",
        ['’'] = "'",
        ['‚'] = "'",
        ['‛'] = "'",
        ['′'] = "'",
        ['`'] = "'",
        ['´'] = "'",
        ['“'] = "\"",
        ['”'] = "\"",
        ['„'] = "\"",
        ['‟'] = "\"",
        ['″'] = "\"",
        ['«'] = "\"",
        ['»'] = "\"",
        ['‹'] = "<",
        ['›'] = ">",
        ['‐'] = "-",
        ['‑'] = "-",
        ['‒'] = "-",
        ['–'] = "-",
        ['—'] = "-",
        ['―'] = "-",
        ['−'] = "-",
        ['…'] = "...",
        ['•'] = "-",
        ['·'] = ".",
        ['×'] = "x",
        ['\t'] = " ",
        ['ł'] = "l",
        ['Ł'] = "L",
        ['đ'] = "d",
        ['Đ'] = "D",
        ['ı'] = "i",
        ['œ'] = "oe",
        ['Œ'] = "OE",
        ['ç'] = "Ç",
        ['\u2028'] = "\n",
        ['\u2029'] = "\n",
    }.ToFrozenDictionary();

    private static readonly FrozenSet<int> _basic = Basic.EnumerateRunes().Select(rune => rune.Value).ToFrozenSet();
    private static readonly FrozenSet<int> _extended = Extended.EnumerateRunes().Select(rune => rune.Value).ToFrozenSet();

    /// <summary>How many septets a character takes: 1, or 2 with the escape before it; 0 when it isn't in the alphabet.</summary>
    public static int Septets(int character) =>
        _basic.Contains(character) ? 1
        : _extended.Contains(character) ? 2
        : 0;

    /// <summary>What can stand in the place of a character that isn't in the alphabet; null when nothing can.</summary>
    public static string? ReplacementFor(Rune character) =>
        _replacements.GetValueOrDefault(character.Value)
        ?? (Rune.GetUnicodeCategory(character) is UnicodeCategory.SpaceSeparator ? " " : null)
        ?? (Rune.GetUnicodeCategory(character) is UnicodeCategory.Format ? "" : null)
        ?? WithoutMarks(character);

    // á is a, and ﬁ is fi.
    private static string? WithoutMarks(Rune character)
    {
        var plain = new StringBuilder();
        foreach (var part in character.ToString().Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(part) is not UnicodeCategory.NonSpacingMark)
                plain.Append(part);
        }

        return plain.Length > 0 && plain.ToString().All(c => Septets(c) > 0) ? plain.ToString() : null;
    }
}

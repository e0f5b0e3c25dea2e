using System.Text.RegularExpressions;
using Kayse.Grains.Directory;

namespace Kayse.Silo.PhoneNumbers;

/// <summary>Tells a number from other text, and takes its extension off.</summary>
internal static class WrittenNumber
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private static readonly Regex _extension = new($@"(?:{PhoneExtension.Pattern})\z", Options);

    private static readonly Regex _withExtension = new(
        $@"\A[+\uFF0B]?(?:[{PhoneCharacters.PunctuationClass}]*[{PhoneCharacters.DigitClass}]){{3,}}"
        + $@"[{PhoneCharacters.PunctuationClass}{PhoneCharacters.DigitClass}]*(?:{PhoneExtension.Pattern})\z",
        Options);

    /// <summary>Answers whether <paramref name="input"/> is written as a number; if so <paramref name="written"/> is it, else <paramref name="reason"/> says why not.</summary>
    public static bool TryRead(string input, out ReadOnlySpan<char> written, out string reason)
    {
        written = TelUri.Number(input);
        var form = FormOf(written);
        reason = form == Form.TooShort ? PhoneNumberReasons.TooShort : PhoneNumberReasons.NotANumber;
        return form switch
        {
            Form.Plain => true,
            Form.PerhapsExtended => TryRemoveExtension(ref written),
            Form.Unknown => _withExtension.IsMatch(written) && TryRemoveExtension(ref written),
            _ => false,
        };
    }

    private static bool TryRemoveExtension(ref ReadOnlySpan<char> written)
    {
        foreach (var extension in _extension.EnumerateMatches(written))
            written = written[..extension.Index];
        return !written.IsEmpty;
    }

    // Nearly all input is plain, and needs no regular expression. A tilde is punctuation and also a mark of an extension.
    private static Form FormOf(ReadOnlySpan<char> text)
    {
        var start = text.Length > 0 && PhoneCharacters.IsPlus(text[0]) ? 1 : 0;
        var digits = 0;
        var tilde = false;
        foreach (var c in text[start..])
        {
            if (PhoneCharacters.DigitOf(c) is not null)
                digits++;
            else if (!PhoneCharacters.IsPunctuation(c))
                return Form.Unknown;
            tilde |= c is '~' or '\uFF5E';
        }

        if (digits >= 3)
            return tilde ? Form.PerhapsExtended : Form.Plain;
        if (digits == 2 && text.Length == 2)
            return Form.Plain;
        return digits > 0 && PhoneCharacters.DigitOf(text[^1]) is not null ? Form.TooShort : Form.NotANumber;
    }

    private enum Form
    {
        Plain,
        PerhapsExtended,
        Unknown,
        TooShort,
        NotANumber,
    }
}

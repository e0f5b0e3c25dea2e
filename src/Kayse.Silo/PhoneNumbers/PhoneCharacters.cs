namespace Kayse.Silo.PhoneNumbers;

/// <summary>The characters that numbers are written with.</summary>
internal static class PhoneCharacters
{
    /// <summary>The contents of a character class: ASCII, full-width, Arabic-Indic and extended Arabic-Indic digits.</summary>
    public const string DigitClass = @"0-9\uFF10-\uFF19\u0660-\u0669\u06F0-\u06F9";

    /// <summary>The contents of a character class: dashes, slashes, stops, spaces, brackets, tildes.</summary>
    public const string PunctuationClass =
        @"\-\u2010-\u2015\u2212\u30FC\uFF0D/\uFF0F.\uFF0E \u00A0\u00AD\u200B\u2060\u3000()\[\]\uFF08\uFF09\uFF3B\uFF3D~\u2053\u223C\uFF5E";

    public static bool IsPlus(char c) => c is '+' or '\uFF0B';

    public static bool IsPunctuation(char c) => c
        is '-' or (>= '\u2010' and <= '\u2015') or '\u2212' or '\u30FC' or '\uFF0D'
        or '/' or '\uFF0F' or '.' or '\uFF0E'
        or ' ' or '\u00A0' or '\u00AD' or '\u200B' or '\u2060' or '\u3000'
        or '(' or ')' or '[' or ']' or '\uFF08' or '\uFF09' or '\uFF3B' or '\uFF3D'
        or '~' or '\u2053' or '\u223C' or '\uFF5E';

    /// <summary>The ASCII digit that <paramref name="c"/> stands for; null if it is none.</summary>
    public static char? DigitOf(char c) => c switch
    {
        >= '0' and <= '9' => c,
        >= '\uFF10' and <= '\uFF19' => (char)(c - '\uFF10' + '0'),
        >= '\u0660' and <= '\u0669' => (char)(c - '\u0660' + '0'),
        >= '\u06F0' and <= '\u06F9' => (char)(c - '\u06F0' + '0'),
        _ => null,
    };

    /// <summary>ASCII digits only, after a plus if the number starts with one. A full-width plus is dropped, as libphonenumber-js does.</summary>
    public static ReadOnlySpan<char> Normalise(ReadOnlySpan<char> written, Span<char> buffer)
    {
        var length = 0;
        foreach (var c in written)
        {
            if (DigitOf(c) is { } digit)
                buffer[length++] = digit;
            else if (c == '+' && length == 0)
                buffer[length++] = c;
        }

        return buffer[..length];
    }
}

using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using Kayse.Grains.Errors;

namespace Kayse.Grains.Directory;

/// <summary>Email addresses as this product compares and keys them.</summary>
public static class EmailAddress
{
    private const string LocalPunctuation = "!#$%&'*+-/=?^_`{|}~.";
    private static readonly IdnMapping _idn = new() { UseStd3AsciiRules = true };

    /// <summary>
    /// Normalises an address: trimmed (also of invisible characters), NFC, lower case, the domain in its ASCII form.
    /// False when it is not one that mail can be sent to: RFC 5321 dot-atom local part (no quoted strings, letters of
    /// any script), at most 64 characters; a domain of two labels or more; at most 254 in all.
    /// </summary>
    public static bool TryNormalize([NotNullWhen(true)] string? input, [NotNullWhen(true)] out string? normalized)
    {
        normalized = null;
        if (input is null || input.Length > FieldLimits.EmailAddress * 2 || !IsScalarText(input))
            return false;
        var text = InvisibleText.Trim(input).Normalize(NormalizationForm.FormC).ToLowerInvariant();
        var at = text.LastIndexOf('@');
        if (at < 1 || !IsLocalPart(text.AsSpan(0, at)) || ToAsciiDomain(text[(at + 1)..]) is not { } domain)
            return false;
        var address = $"{text[..at]}@{domain}";
        if (address.Length > FieldLimits.EmailAddress)
            return false;
        normalized = address;
        return true;
    }

    // Normalize throws on lone surrogates.
    private static bool IsScalarText(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
                continue;
            if (i + 1 >= text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
                return false;
            i++;
        }

        return true;
    }

    private static bool IsLocalPart(ReadOnlySpan<char> local)
    {
        if (
            local.Length > FieldLimits.EmailLocalPart
            || local[0] == '.'
            || local[^1] == '.'
            || local.Contains("..", StringComparison.Ordinal)
        )
            return false;
        foreach (var c in local)
        {
            if (
                !char.IsLetterOrDigit(c)
                && !char.IsSurrogate(c)
                && c is not (>= '\u0300' and <= '\u036f')
                && !LocalPunctuation.Contains(c, StringComparison.Ordinal)
            )
                return false;
        }

        return true;
    }

    private static string? ToAsciiDomain(string domain)
    {
        try
        {
            var ascii = _idn.GetAscii(domain).ToLowerInvariant();
            return ascii.Contains('.', StringComparison.Ordinal) && ascii[^1] != '.' && ascii.Length <= 253 ? ascii : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}

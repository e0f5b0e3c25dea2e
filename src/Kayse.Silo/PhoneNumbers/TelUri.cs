using System.Text.RegularExpressions;

namespace Kayse.Silo.PhoneNumbers;

/// <summary>The parameters of RFC 3966 that say where a number is dialled from. Without them <c>tel:</c> is not recognised.</summary>
internal static class TelUri
{
    private const string Scheme = "tel:";
    private const string Context = ";phone-context=";
    private const string Subaddress = ";isub=";

    private static readonly Regex _domain = new(
        $@"\A(?:[{PhoneCharacters.DigitClass}]+(?:-*[{PhoneCharacters.DigitClass}])*\.)*[a-zA-Z]+(?:-*[{PhoneCharacters.DigitClass}])*\.?\z",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    /// <summary>The number that <paramref name="input"/> holds, or all of it if it has no parameters; empty if its context is malformed.</summary>
    public static ReadOnlySpan<char> Number(string input)
    {
        var number = WithContext(input);
        var subaddress = number.IndexOf(Subaddress, StringComparison.Ordinal);
        return subaddress > 0 ? number[..subaddress] : number;
    }

    private static ReadOnlySpan<char> WithContext(string input)
    {
        var mark = input.IndexOf(Context, StringComparison.Ordinal);
        if (mark < 0)
            return input;
        var context = input.AsSpan(mark + Context.Length);
        if (context.IndexOf(';') is >= 0 and var end)
            context = context[..end];
        if (!IsGlobalNumber(context) && !_domain.IsMatch(context))
            return default;
        var scheme = input.IndexOf(Scheme, StringComparison.Ordinal);
        var start = scheme < 0 ? 0 : scheme + Scheme.Length;
        if (start > mark)
            return default;
        var local = input.AsSpan(start, mark - start);
        return context[0] == '+' ? string.Concat(context, local) : local;
    }

    private static bool IsGlobalNumber(ReadOnlySpan<char> context)
    {
        if (context is not ['+', .. var rest])
            return false;
        var digits = 0;
        foreach (var c in rest)
        {
            if (PhoneCharacters.DigitOf(c) is not null)
                digits++;
            else if (c is not ('-' or '.' or '(' or ')'))
                return false;
        }

        return digits > 0;
    }
}

using System.Globalization;

namespace Kayse.Silo.PhoneNumbers;

/// <summary>
/// What a form's country picker leaves behind when no number is typed: <c>+44</c>, <c>+</c>, <c>(+1)</c>.
/// </summary>
internal static class BareCallingCode
{
    private const int MaxLength = 3;

    /// <param name="input">What was typed.</param>
    /// <param name="codes">The calling codes in use.</param>
    public static bool Is(string input, IReadOnlySet<int> codes)
    {
        var (hasPlus, digits, code) = (false, 0, 0);
        foreach (var c in input)
        {
            if (CharUnicodeInfo.GetDecimalDigitValue(c) is >= 0 and var digit)
            {
                if (!hasPlus || ++digits > MaxLength)
                    return false;
                code = (10 * code) + digit;
            }
            else if (c is '+' or '\uFF0B' && !hasPlus)
                hasPlus = true;
            else if (!IsSeparator(c))
                return false;
        }

        return hasPlus && (digits == 0 || codes.Contains(code));
    }

    private static bool IsSeparator(char c) =>
        char.IsWhiteSpace(c)
        || c is '.' or '/'
        || char.GetUnicodeCategory(c)
            is UnicodeCategory.DashPunctuation
                or UnicodeCategory.OpenPunctuation
                or UnicodeCategory.ClosePunctuation
                or UnicodeCategory.Format;
}

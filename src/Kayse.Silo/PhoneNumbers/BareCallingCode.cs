namespace Kayse.Silo.PhoneNumbers;

/// <summary>What a form's country picker leaves behind when no number is typed: <c>+44</c>, <c>+</c>, <c>(+1)</c>.</summary>
internal static class BareCallingCode
{
    private const int MaxLength = 3;

    /// <param name="exists">Whether a calling code is one of some country's.</param>
    public static bool Is(ReadOnlySpan<char> input, Func<ReadOnlySpan<char>, bool> exists)
    {
        var hasPlus = false;
        Span<char> code = stackalloc char[MaxLength];
        var length = 0;
        foreach (var c in input)
        {
            if (PhoneCharacters.DigitOf(c) is { } digit)
            {
                if (!hasPlus || length == code.Length)
                    return false;
                code[length++] = digit;
            }
            else if (PhoneCharacters.IsPlus(c) && !hasPlus)
                hasPlus = true;
            else if (!PhoneCharacters.IsPunctuation(c) && !char.IsWhiteSpace(c))
                return false;
        }

        return hasPlus && (length == 0 || exists(code[..length]));
    }
}

namespace Kayse.Silo.PhoneNumbers;

/// <summary>What a form's country picker leaves behind when no number is typed: <c>+44</c>, <c>+</c>, <c>(+1)</c>.</summary>
internal static class BareCallingCode
{
    public static bool Is(ReadOnlySpan<char> input, NumberingPlans plans)
    {
        var hasPlus = false;
        Span<char> code = stackalloc char[NumberingPlans.MaxCallingCodeLength];
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

        return hasPlus && (length == 0 || plans.OfCallingCode(code[..length]) is not null);
    }
}

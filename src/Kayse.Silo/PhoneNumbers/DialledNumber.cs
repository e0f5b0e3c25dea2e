namespace Kayse.Silo.PhoneNumbers;

/// <summary>Digits, and the numbering plan in which they are to be read.</summary>
/// <param name="number">What follows the calling code; it may still carry a national prefix.</param>
/// <param name="plan">The default country's, or that of the calling code's main country.</param>
/// <param name="isNational">Whether it is the default country's for want of a calling code.</param>
internal readonly ref struct DialledNumber(ReadOnlySpan<char> number, NumberingPlan plan, bool isNational)
{
    public ReadOnlySpan<char> Number { get; } = number;

    public NumberingPlan Plan { get; } = plan;

    public bool IsNational { get; } = isNational;

    /// <summary>Finds the calling code after a plus, after the prefix for calls abroad, or at the start where the plus was forgotten; false if there is none and no <paramref name="home"/>.</summary>
    public static bool TrySplit(ReadOnlySpan<char> digits, NumberingPlan? home, NumberingPlans plans, out DialledNumber dialled)
    {
        dialled = default;
        if (digits is ['+', .. var international])
            return TrySplitInternational(international, plans, out dialled);
        if (home is null || digits.IsEmpty)
            return false;
        var idd = home.InternationalPrefixLength(digits);
        if (idd > 0 && idd < digits.Length && digits[idd] != '0')
            return TrySplitInternational(digits[idd..], plans, out dialled);
        dialled = HasForgottenPlus(digits, home, plans)
            ? new DialledNumber(digits[home.CallingCode.Length..], plans.OfCallingCode(home.CallingCode)!, isNational: false)
            : new DialledNumber(digits, home, isNational: true);
        return true;
    }

    private static bool TrySplitInternational(ReadOnlySpan<char> digits, NumberingPlans plans, out DialledNumber dialled)
    {
        // No calling code is the beginning of another one.
        for (var length = 1; length <= Math.Min(digits.Length, NumberingPlans.MaxCallingCodeLength); length++)
        {
            if (plans.OfCallingCode(digits[..length]) is { } plan)
            {
                dialled = new DialledNumber(digits[length..], plan, isNational: false);
                return true;
            }
        }

        dialled = default;
        return false;
    }

    // 49 is a German area code, too: the calling code is taken off only if that makes a number of what was none.
    private static bool HasForgottenPlus(ReadOnlySpan<char> digits, NumberingPlan home, NumberingPlans plans)
    {
        if (!digits.StartsWith(home.CallingCode, StringComparison.Ordinal))
            return false;
        var whole = plans.WithoutNationalPrefix(digits, home);
        if (home.Lengths.Compare(whole.Length) == LengthVerdict.TooLong)
            return true;
        return !home.MatchesGeneral(whole)
            && home.MatchesGeneral(plans.WithoutNationalPrefix(digits[home.CallingCode.Length..], home));
    }
}

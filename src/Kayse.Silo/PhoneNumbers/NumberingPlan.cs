namespace Kayse.Silo.PhoneNumbers;

/// <summary>The rules of one country's numbers, or of a calling code of no country.</summary>
internal sealed class NumberingPlan
{
    /// <summary>ISO 3166 alpha-2; null for a calling code of no country.</summary>
    public required string? Country { get; init; }

    /// <summary>Digits, without a plus.</summary>
    public required string CallingCode { get; init; }

    /// <summary>The lengths that a national number may have.</summary>
    public required NumberLengths Lengths { get; init; }

    /// <summary>What every national number looks like.</summary>
    public required DigitPattern General { private get; init; }

    /// <summary>The ranges of each type of number, such as mobile.</summary>
    public required NumberRange[] Ranges { private get; init; }

    /// <summary>What sets a country apart from those that share its calling code; null if only its ranges do.</summary>
    public required DigitPattern? LeadingDigits { private get; init; }

    /// <summary>What is dialled before a calling code; null if nothing can be.</summary>
    public required DigitPattern? InternationalPrefix { private get; init; }

    /// <summary>What is dialled before a national number; null if nothing is.</summary>
    public required NationalPrefix? NationalPrefix { private get; init; }

    public bool MatchesGeneral(ReadOnlySpan<char> national) => General.IsMatch(national);

    /// <summary>Whether a number is in one of the allocated ranges.</summary>
    public bool IsValid(ReadOnlySpan<char> national)
    {
        if (!MatchesGeneral(national))
            return false;
        foreach (var range in Ranges)
        {
            if (range.Contains(national))
                return true;
        }

        return false;
    }

    /// <summary>Whether a number of the shared calling code is this country's.</summary>
    public bool Claims(ReadOnlySpan<char> national) => LeadingDigits?.IsMatch(national) ?? IsValid(national);

    /// <summary>0 if the digits don't start with it.</summary>
    public int InternationalPrefixLength(ReadOnlySpan<char> digits) => InternationalPrefix?.MatchLength(digits) ?? 0;

    public ReadOnlySpan<char> WithoutNationalPrefix(ReadOnlySpan<char> digits) => NationalPrefix is null ? digits : NationalPrefix.Remove(digits);
}

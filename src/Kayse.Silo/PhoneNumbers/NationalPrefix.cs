namespace Kayse.Silo.PhoneNumbers;

/// <summary>What is dialled before a number inside its country only, with the code of a carrier if there is one.</summary>
/// <param name="pattern">Matches the prefix, or also a part of the number that its groups capture.</param>
/// <param name="replacement">
/// What a match is replaced with if its last group captured something: digits and one group, such as <c>9$1</c>, which supplies an
/// area code or moves the Argentine mobile digit. Null to remove every match.
/// </param>
internal sealed class NationalPrefix(DigitPattern pattern, string? replacement)
{
    public ReadOnlySpan<char> Remove(ReadOnlySpan<char> digits)
    {
        var length = pattern.MatchLength(digits);
        if (length == 0)
            return digits;
        return replacement is null ? digits[length..] : Replace(digits);
    }

    private ReadOnlySpan<char> Replace(ReadOnlySpan<char> digits)
    {
        var match = pattern.Match(digits.ToString());
        var rest = digits[match.Length..];
        return match.Groups[^1].Length > 0 ? string.Concat(match.Result(replacement!), rest) : rest;
    }
}

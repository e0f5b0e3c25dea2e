namespace Kayse.Silo.PhoneNumbers;

/// <summary>The numbers of one type.</summary>
internal sealed record NumberRange(DigitPattern Pattern, NumberLengths Lengths)
{
    public bool Contains(ReadOnlySpan<char> national) => Lengths.Allow(national.Length) && Pattern.IsMatch(national);
}

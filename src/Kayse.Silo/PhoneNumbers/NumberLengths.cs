using System.Numerics;

namespace Kayse.Silo.PhoneNumbers;

/// <summary>The numbers of digits that are possible, as a set of bits; at least one.</summary>
internal readonly struct NumberLengths(uint bits)
{
    public static NumberLengths Of(IEnumerable<int> lengths) => new(lengths.Aggregate(0u, (bits, length) => bits | (1u << length)));

    public bool Allow(int length) => length < 32 && (bits & (1u << length)) != 0;

    public LengthVerdict Compare(int length)
    {
        if (length < BitOperations.TrailingZeroCount(bits))
            return LengthVerdict.TooShort;
        if (length > BitOperations.Log2(bits))
            return LengthVerdict.TooLong;
        return Allow(length) ? LengthVerdict.Possible : LengthVerdict.InBetween;
    }
}

using System.Text.Json;

namespace Kayse.Silo.PhoneNumbers;

/// <summary>Reads one plan, which is an array of values by position; 0 or nothing stands for absent.</summary>
internal static class NumberingPlanReader
{
    private const int CallingCode = 0;
    private const int InternationalPrefix = 1;
    private const int General = 2;
    private const int Lengths = 3;
    private const int NationalPrefix = 5;
    private const int NationalPrefixForParsing = 7;
    private const int NationalPrefixReplacement = 8;
    private const int LeadingDigits = 10;
    private const int Ranges = 11;

    private const int RangePattern = 0;
    private const int RangeLengths = 1;

    public static NumberingPlan Read(string? country, JsonElement values)
    {
        var lengths = LengthsAt(values, Lengths)!.Value;
        return new NumberingPlan
        {
            Country = country,
            CallingCode = TextAt(values, CallingCode)!,
            Lengths = lengths,
            General = DigitPattern.Whole(TextAt(values, General)!),
            Ranges = [.. values[Ranges].EnumerateArray().Where(IsRange).Select(range => ReadRange(range, lengths))],
            LeadingDigits = StartAt(values, LeadingDigits),
            InternationalPrefix = StartAt(values, InternationalPrefix),
            NationalPrefix = ReadNationalPrefix(values),
        };
    }

    private static bool IsRange(JsonElement range) => range.ValueKind == JsonValueKind.Array && TextAt(range, RangePattern) is not null;

    private static NumberRange ReadRange(JsonElement range, NumberLengths general) =>
        new(DigitPattern.Whole(TextAt(range, RangePattern)!), LengthsAt(range, RangeLengths) ?? general);

    private static NationalPrefix? ReadNationalPrefix(JsonElement values) =>
        (StartAt(values, NationalPrefixForParsing) ?? StartAt(values, NationalPrefix)) is { } pattern
            ? new NationalPrefix(pattern, TextAt(values, NationalPrefixReplacement))
            : null;

    private static DigitPattern? StartAt(JsonElement values, int position) =>
        TextAt(values, position) is { } pattern ? DigitPattern.Start(pattern) : null;

    private static string? TextAt(JsonElement values, int position) =>
        position < values.GetArrayLength() && values[position] is { ValueKind: JsonValueKind.String } text && text.GetString() is { Length: > 0 } value
            ? value
            : null;

    private static NumberLengths? LengthsAt(JsonElement values, int position) =>
        position < values.GetArrayLength() && values[position] is { ValueKind: JsonValueKind.Array } lengths
            ? NumberLengths.Of(lengths.EnumerateArray().Select(length => length.GetInt32()))
            : null;
}

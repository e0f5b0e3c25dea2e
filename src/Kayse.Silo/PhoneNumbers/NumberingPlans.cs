using System.Collections.Frozen;
using System.Globalization;

namespace Kayse.Silo.PhoneNumbers;

/// <summary>All numbering plans, by country and by calling code.</summary>
internal sealed class NumberingPlans
{
    /// <summary>In digits.</summary>
    public const int MaxCallingCodeLength = 3;

    private readonly FrozenDictionary<string, NumberingPlan> _byCountry;

    // Index: the calling code as a number. The first plan is the main country's.
    private readonly NumberingPlan[]?[] _byCallingCode = new NumberingPlan[1000][];

    /// <param name="byCountry">Key: ISO 3166 alpha-2.</param>
    /// <param name="byCallingCode">The plans that share a calling code, main country first.</param>
    public NumberingPlans(IEnumerable<NumberingPlan> byCountry, IEnumerable<NumberingPlan[]> byCallingCode)
    {
        _byCountry = byCountry.ToFrozenDictionary(plan => plan.Country!, StringComparer.Ordinal);
        foreach (var plans in byCallingCode)
            _byCallingCode[IndexOf(plans[0].CallingCode)] = plans;
    }

    /// <summary>A country's plan; null if there is none.</summary>
    public NumberingPlan? OfCountry(string? country) => country is null ? null : _byCountry.GetValueOrDefault(country);

    /// <summary>The plan of a calling code's main country, or of a calling code of no country; null if it is not in use.</summary>
    public NumberingPlan? OfCallingCode(ReadOnlySpan<char> code) => code[0] == '0' ? null : _byCallingCode[IndexOf(code)]?[0];

    /// <summary>The plan of the country that a number belongs to; null if it can't be told or is of no country.</summary>
    public NumberingPlan? Owner(string callingCode, ReadOnlySpan<char> national)
    {
        var sharing = _byCallingCode[IndexOf(callingCode)]!;
        if (sharing.Length == 1)
            return sharing[0].Country is null ? null : sharing[0];
        foreach (var plan in sharing)
        {
            if (plan.Claims(national))
                return plan;
        }

        return null;
    }

    /// <summary>The national significant number: without what is dialled before it inside the country only, unless the number needs those digits.</summary>
    public ReadOnlySpan<char> WithoutNationalPrefix(ReadOnlySpan<char> digits, NumberingPlan plan)
    {
        var stripped = plan.WithoutNationalPrefix(digits);
        if (stripped.SequenceEqual(digits))
            return digits;
        if (plan.MatchesGeneral(digits) && !plan.MatchesGeneral(stripped))
            return digits;
        var lengths = (Owner(plan.CallingCode, stripped) ?? plan).Lengths;
        return lengths.Compare(stripped.Length) is LengthVerdict.TooShort or LengthVerdict.InBetween ? digits : stripped;
    }

    private static int IndexOf(ReadOnlySpan<char> callingCode) => int.Parse(callingCode, NumberStyles.None, CultureInfo.InvariantCulture);
}

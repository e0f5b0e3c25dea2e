using Kayse.Grains.Directory;

namespace Kayse.Silo.PhoneNumbers;

/// <summary>Reads phone numbers by Google's metadata, with the verdicts of libphonenumber-js, down to its peculiarities: the tests compare them.</summary>
internal sealed class PhoneNumberParser : IPhoneNumberParser
{
    private const int MinNationalDigits = 2;
    private const int MaxNationalDigits = 17;

    private readonly Lazy<NumberingPlans> _plans = new(NumberingPlansReader.ReadEmbedded);

    public PhoneNumberResult Parse(string? input, string? defaultCountry)
    {
        if (string.IsNullOrWhiteSpace(input))
            return PhoneNumberResult.Empty;
        if (input.Length > IPhoneNumberParser.MaxInputLength)
            return PhoneNumberResult.Invalid(PhoneNumberReasons.TooLong);
        var plans = _plans.Value;
        if (BareCallingCode.Is(input, code => plans.OfCallingCode(code) is not null))
            return PhoneNumberResult.Empty;
        if (!WrittenNumber.TryRead(input, out var written, out var reason))
            return PhoneNumberResult.Invalid(reason);
        var digits = PhoneCharacters.Normalise(written, stackalloc char[IPhoneNumberParser.MaxInputLength]);
        return DialledNumber.TrySplit(digits, plans.OfCountry(defaultCountry), plans, out var dialled)
            ? Judge(dialled, plans)
            : PhoneNumberResult.Invalid(PhoneNumberReasons.UnknownCountry);
    }

    public string? CallingCodeOf(string country) => _plans.Value.OfCountry(country)?.CallingCode;

    private static PhoneNumberResult Judge(DialledNumber dialled, NumberingPlans plans)
    {
        var national = plans.WithoutNationalPrefix(dialled.Number, dialled.Plan);
        var owner = plans.Owner(dialled.Plan.CallingCode, national);
        if (national.Length < MinNationalDigits)
            return PhoneNumberResult.Invalid(PhoneNumberReasons.TooShort);
        if (national.Length > MaxNationalDigits)
            return PhoneNumberResult.Invalid(PhoneNumberReasons.TooLong);
        var plan = owner ?? dialled.Plan;
        if (!plan.IsValid(national))
            return PhoneNumberResult.Invalid(ReasonFor(plan.Lengths.Compare(national.Length)));
        // A calling code alone says nothing about the country when several share it.
        var country = owner is null && !dialled.IsNational ? null : plan.Country;
        return PhoneNumberResult.Valid(string.Concat("+", plan.CallingCode, national), country);
    }

    private static string ReasonFor(LengthVerdict verdict) => verdict switch
    {
        LengthVerdict.TooShort => PhoneNumberReasons.TooShort,
        LengthVerdict.TooLong => PhoneNumberReasons.TooLong,
        _ => PhoneNumberReasons.Invalid,
    };
}

using Kayse.Grains.Directory;
using PhoneNumbers;

namespace Kayse.Silo.PhoneNumbers;

/// <summary>Reads phone numbers by libphonenumber-csharp. What is written like a number, and when none is given, is decided as in the other build.</summary>
internal sealed class PhoneNumberParser : IPhoneNumberParser
{
    private readonly Lazy<PhoneNumberUtil> _library = new(PhoneNumberUtil.GetInstance);
    private readonly Lazy<HashSet<string>> _callingCodes = new(() => [.. PhoneNumberUtil.GetInstance().GetSupportedCallingCodes().Select(code => FormattableString.Invariant($"{code}"))]);

    public PhoneNumberResult Parse(string? input, string? defaultCountry)
    {
        if (string.IsNullOrWhiteSpace(input))
            return PhoneNumberResult.Empty;
        if (input.Length > IPhoneNumberParser.MaxInputLength)
            return PhoneNumberResult.Invalid(PhoneNumberReasons.TooLong);
        if (BareCallingCode.Is(input, code => _callingCodes.Value.Contains(code.ToString())))
            return PhoneNumberResult.Empty;
        if (!WrittenNumber.TryRead(input, out var written, out var reason))
            return PhoneNumberResult.Invalid(reason);
        try
        {
            // Digits alone: the library would look for extensions once more, and find one after a tilde between digits.
            var digits = PhoneCharacters.Normalise(written, stackalloc char[IPhoneNumberParser.MaxInputLength]);
            return Judge(_library.Value.Parse(digits.ToString(), defaultCountry));
        }
        catch (NumberParseException refusal)
        {
            return PhoneNumberResult.Invalid(ReasonFor(refusal.ErrorType));
        }
    }

    public string? CallingCodeOf(string country)
        => _library.Value.GetCountryCodeForRegion(country) is > 0 and var code ? FormattableString.Invariant($"{code}") : null;

    private PhoneNumberResult Judge(PhoneNumber number)
    {
        if (!_library.Value.IsValidNumber(number))
            return PhoneNumberResult.Invalid(ReasonFor(_library.Value.IsPossibleNumberWithReason(number)));
        var country = _library.Value.GetRegionCodeForNumber(number);
        return PhoneNumberResult.Valid(_library.Value.Format(number, PhoneNumberFormat.E164), country is { Length: 2 } ? country : null);
    }

    private static string ReasonFor(ErrorType error) => error switch
    {
        ErrorType.INVALID_COUNTRY_CODE => PhoneNumberReasons.UnknownCountry,
        ErrorType.TOO_SHORT_AFTER_IDD or ErrorType.TOO_SHORT_NSN => PhoneNumberReasons.TooShort,
        ErrorType.TOO_LONG => PhoneNumberReasons.TooLong,
        _ => PhoneNumberReasons.NotANumber,
    };

    private static string ReasonFor(PhoneNumberUtil.ValidationResult verdict) => verdict switch
    {
        PhoneNumberUtil.ValidationResult.TOO_SHORT or PhoneNumberUtil.ValidationResult.IS_POSSIBLE_LOCAL_ONLY => PhoneNumberReasons.TooShort,
        PhoneNumberUtil.ValidationResult.TOO_LONG => PhoneNumberReasons.TooLong,
        _ => PhoneNumberReasons.Invalid,
    };
}

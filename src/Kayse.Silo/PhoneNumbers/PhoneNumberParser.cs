using System.Collections.Frozen;
using System.Globalization;
using Kayse.Grains.Directory;
using PhoneNumbers;

namespace Kayse.Silo.PhoneNumbers;

/// <summary>
/// Reads phone numbers with libphonenumber. Only what counts as no number at all, and the longest input, are ours.
/// </summary>
internal sealed class PhoneNumberParser : IPhoneNumberParser
{
    private readonly Lazy<PhoneNumberUtil> _library = new(PhoneNumberUtil.GetInstance);

    private readonly Lazy<FrozenSet<int>> _callingCodes = new(() =>
        PhoneNumberUtil.GetInstance().GetSupportedCallingCodes().ToFrozenSet()
    );

    public PhoneNumberResult Parse(string? input, string? defaultCountry)
    {
        if (string.IsNullOrWhiteSpace(input))
            return PhoneNumberResult.Empty;
        if (input.Length > IPhoneNumberParser.MaxInputLength)
            return PhoneNumberResult.Invalid(PhoneNumberReasons.TooLong);
        if (BareCallingCode.Is(input, _callingCodes.Value))
            return PhoneNumberResult.Empty;
        try
        {
            return Judge(_library.Value.Parse(input, defaultCountry?.ToUpperInvariant()));
        }
        catch (NumberParseException refusal)
        {
            return PhoneNumberResult.Invalid(ReasonFor(refusal.ErrorType));
        }
    }

    public string? CallingCodeOf(string country) =>
        _library.Value.GetCountryCodeForRegion(country) is > 0 and var code ? code.ToString(CultureInfo.InvariantCulture) : null;

    public string Format(string number)
    {
        try
        {
            return _library.Value.Format(_library.Value.Parse(number, null), PhoneNumberFormat.INTERNATIONAL);
        }
        catch (NumberParseException)
        {
            return number;
        }
    }

    private PhoneNumberResult Judge(PhoneNumber number)
    {
        if (!_library.Value.IsValidNumber(number))
            return PhoneNumberResult.Invalid(ReasonFor(_library.Value.IsPossibleNumberWithReason(number)));
        var country = _library.Value.GetRegionCodeForNumber(number);
        // Numbers of no one country have the region 001.
        return PhoneNumberResult.Valid(_library.Value.Format(number, PhoneNumberFormat.E164), country is { Length: 2 } ? country : null);
    }

    private static string ReasonFor(ErrorType error) =>
        error switch
        {
            ErrorType.INVALID_COUNTRY_CODE => PhoneNumberReasons.UnknownCountry,
            ErrorType.TOO_SHORT_AFTER_IDD or ErrorType.TOO_SHORT_NSN => PhoneNumberReasons.TooShort,
            ErrorType.TOO_LONG => PhoneNumberReasons.TooLong,
            _ => PhoneNumberReasons.NotANumber,
        };

    private static string ReasonFor(PhoneNumberUtil.ValidationResult verdict) =>
        verdict switch
        {
            PhoneNumberUtil.ValidationResult.TOO_SHORT or PhoneNumberUtil.ValidationResult.IS_POSSIBLE_LOCAL_ONLY =>
                PhoneNumberReasons.TooShort,
            PhoneNumberUtil.ValidationResult.TOO_LONG => PhoneNumberReasons.TooLong,
            _ => PhoneNumberReasons.Invalid,
        };
}

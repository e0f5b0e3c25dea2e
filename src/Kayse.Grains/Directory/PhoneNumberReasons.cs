namespace Kayse.Grains.Directory;

/// <summary>Why an input is no valid number.</summary>
public static class PhoneNumberReasons
{
    /// <summary>It is not written like a phone number.</summary>
    public const string NotANumber = "not_a_number";

    /// <summary>No calling code that exists, and no default country that could supply one.</summary>
    public const string UnknownCountry = "unknown_country";

    /// <summary>Fewer digits than any number of that country has.</summary>
    public const string TooShort = "too_short";

    /// <summary>
    /// More digits than any number of that country has, or input longer than
    /// <see cref="IPhoneNumberParser.MaxInputLength"/>.
    /// </summary>
    public const string TooLong = "too_long";

    /// <summary>Its digits are in no range that the country has allocated.</summary>
    public const string Invalid = "invalid";
}

using Kayse.Grains.Errors;

namespace Kayse.Grains.Directory;

/// <summary>
/// Reads what a person typed as a phone number. Implementations may be used from any number of threads.
/// </summary>
public interface IPhoneNumberParser
{
    /// <summary>The longest input that is looked at; anything longer is invalid, so that no input is costly.</summary>
    const int MaxInputLength = FieldLimits.PhoneNumber;

    /// <summary>
    /// Decides whether <paramref name="input"/> is a number that could be dialled, and which. Never throws. It accepts
    /// what Google's libphonenumber does: <c>tel:</c> links, digits of every script, letters for digits
    /// (<c>1-800-FLOWERS</c>), text before the number.
    /// </summary>
    /// <param name="input">International (<c>+44 20 7946 0018</c>) or, with a default country, as dialled there. An
    /// extension is accepted and dropped.</param>
    /// <param name="defaultCountry">ISO 3166 alpha-2: whose national form is understood; null for none. One that is not
    /// known counts as none.</param>
    PhoneNumberResult Parse(string? input, string? defaultCountry);

    /// <summary>
    /// What is dialled before a country's numbers from elsewhere, in digits; null where there are none.
    /// </summary>
    /// <param name="country">ISO 3166 alpha-2 in capitals.</param>
    string? CallingCodeOf(string country);

    /// <summary>The number as people write it for everybody: <c>+44 20 7946 0018</c>; what is none, as it is.</summary>
    /// <param name="number">E.164.</param>
    string Format(string number);
}

using Kayse.Grains.Errors;

namespace Kayse.Grains.Directory;

internal static class ContactRules
{
    /// <summary>The normalised address; refuses <c>email_invalid</c>.</summary>
    public static string Email(string? input) =>
        EmailAddress.TryNormalize(input, out var email) ? email : throw new RefusedException(DirectoryErrors.EmailInvalid);

    /// <summary>As <see cref="Email"/>; a missing one is refused as a field that is required.</summary>
    public static string RequiredEmail(string? input) =>
        string.IsNullOrWhiteSpace(input)
            ? throw new RefusedException(
                GeneralErrors.Invalid(new Dictionary<string, string[]>(StringComparer.Ordinal) { ["email"] = ["This is required."] })
            )
            : Email(input);

    /// <summary>
    /// The number as E.164, or null for none (also a bare country code, IN-2); refuses <c>phone_invalid</c>.
    /// </summary>
    public static string? Phone(IPhoneNumberParser parser, string? input, string? country)
    {
        var result = parser.Parse(input?.Trim(), country?.Trim().ToUpperInvariant());
        return result.Kind == PhoneNumberKind.Invalid ? throw new RefusedException(DirectoryErrors.PhoneInvalid) : result.E164;
    }
}

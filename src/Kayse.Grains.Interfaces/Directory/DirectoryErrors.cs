using Kayse.Grains.Errors;

namespace Kayse.Grains.Directory;

/// <summary>Refusals of addresses and numbers.</summary>
public static class DirectoryErrors
{
    /// <summary>Not an address that mail can be sent to.</summary>
    public static readonly Refusal EmailInvalid = Field(
        "email_invalid",
        "email",
        "Enter a valid email address, such as ben@jones.example."
    );

    /// <summary>Not a number that can be called.</summary>
    public static readonly Refusal PhoneInvalid = Field(
        "phone_invalid",
        "phoneNumber",
        "Enter a valid phone number with its country code, such as +1 202 555 0123."
    );

    /// <summary>Another pending invitation of the company has the number.</summary>
    public static readonly Refusal PhoneAlreadyInvited = Field(
        "phone_already_invited",
        "phoneNumber",
        "Someone with this phone number has already been invited."
    );

    /// <summary>A member of the company has the number.</summary>
    public static readonly Refusal PhoneInUse = Field("phone_in_use", "phoneNumber", "Another member already uses this phone number.");

    private static Refusal Field(string code, string field, string message) =>
        new(code, message) { Fields = new Dictionary<string, string[]>(StringComparer.Ordinal) { [field] = [message] } };
}

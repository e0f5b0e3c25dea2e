using Kayse.Grains.Errors;

namespace Kayse.Grains.Directory;

/// <summary>Refusals of addresses and numbers.</summary>
public static class DirectoryErrors
{
    /// <summary>Not an address that mail can be sent to.</summary>
    public static readonly Refusal EmailInvalid = Field("email_invalid", "email", "This is not a valid email address.");

    /// <summary>Not a number that can be called.</summary>
    public static readonly Refusal PhoneInvalid = Field(
        "phone_invalid",
        "phoneNumber",
        "This is not a valid phone number. Give it with its country code, such as +1 202 555 0123."
    );

    /// <summary>Another pending invitation of the company has the number.</summary>
    public static readonly Refusal PhoneAlreadyInvited = Field(
        "phone_already_invited",
        "phoneNumber",
        "A person with this phone number is already invited."
    );

    /// <summary>A member of the company has the number.</summary>
    public static readonly Refusal PhoneInUse = Field(
        "phone_in_use",
        "phoneNumber",
        "Another member of the company has this phone number."
    );

    private static Refusal Field(string code, string field, string message) =>
        new(code, message) { Fields = new Dictionary<string, string[]>(StringComparer.Ordinal) { [field] = [message] } };
}

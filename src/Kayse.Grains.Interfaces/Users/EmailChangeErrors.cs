using Kayse.Grains.Errors;

namespace Kayse.Grains.Users;

/// <summary>Refusals of changes of an email address.</summary>
public static class EmailChangeErrors
{
    private const string Field = "newEmail";

    /// <summary>Not an address that mail can be sent to.</summary>
    public static readonly Refusal Invalid = Of("email_invalid", "Enter a valid email address, such as ben@jones.example.");

    /// <summary>The address is theirs already.</summary>
    public static readonly Refusal Same = Of("validation_failed", "This is already your email address.");

    /// <summary>Somebody has the address. Told to who reads its mail, and to nobody else.</summary>
    public static readonly Refusal Taken = new("email_in_use", "This email address already has a Kayse account. Use another address.");

    /// <summary>The link was right, but its time is over.</summary>
    public static readonly Refusal Expired = new(
        "email_link_expired",
        "This link has expired. Request the change again in your profile."
    );

    private static Refusal Of(string code, string message) =>
        new(code, message) { Fields = new Dictionary<string, string[]>(StringComparer.Ordinal) { [Field] = [message] } };
}

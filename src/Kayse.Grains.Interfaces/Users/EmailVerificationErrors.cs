using Kayse.Grains.Errors;

namespace Kayse.Grains.Users;

/// <summary>Refusals of proofs of an email address.</summary>
public static class EmailVerificationErrors
{
    /// <summary>The code is not the one that was mailed last.</summary>
    public static readonly Refusal WrongCode = Code("email_code_invalid", "This code is incorrect. Check our latest email to you.");

    /// <summary>There is no code that could be right: it is too old, or was tried too often.</summary>
    public static readonly Refusal CodeExpired = Code("email_code_expired", "This code has expired. Request a new one.");

    /// <summary>Codes were wrong so often that only the link counts from now on.</summary>
    public static readonly Refusal OnlyLink = Code("email_code_expired", "Too many incorrect codes. Use the link in the email instead.");

    /// <summary>The link was right, but its time is over.</summary>
    public static readonly Refusal LinkExpired = new("email_link_expired", "This link has expired. Sign in and request a new one.");

    private static Refusal Code(string code, string message) =>
        new(code, message) { Fields = new Dictionary<string, string[]>(StringComparer.Ordinal) { ["code"] = [message] } };
}

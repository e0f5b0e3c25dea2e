using Kayse.Grains.Errors;

namespace Kayse.Grains.Users;

/// <summary>Refusals of people and of sign-in.</summary>
public static class UserErrors
{
    /// <summary>
    /// The same for an unknown address, a wrong password and a person without a company that would have them (ASVS 5.0,
    /// 6.3.8).
    /// </summary>
    public static readonly Refusal InvalidCredentials = new("invalid_credentials", "Incorrect email address or password.");

    /// <summary>Too many secrets were wrong in a row. The same for an address that nobody has.</summary>
    public static Refusal AccountLocked(TimeSpan retryAfter) =>
        new("account_locked", "Too many failed attempts have locked this account. To unlock it now, reset your password.")
        {
            RetryAfter = retryAfter,
        };

    /// <summary>The person has to prove that their address is theirs before they can bring anybody in.</summary>
    public static readonly Refusal EmailNotVerified = new(
        "email_not_verified",
        "Verify your email address first. Enter the code that we sent you, or request a new one."
    );

    /// <summary>The person can't join another company.</summary>
    public static readonly Refusal TooManyCompanies = new(
        "company_limit_reached",
        "This person has reached the limit of companies. They have to leave one first."
    );

    /// <summary>
    /// Another person has the address. Never told to a stranger: the callers turn it into something that gives nothing
    /// away.
    /// </summary>
    public static readonly Refusal EmailTaken = new("email_taken", "This email address is already in use.");
}

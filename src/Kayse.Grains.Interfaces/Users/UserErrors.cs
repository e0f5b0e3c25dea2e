using Kayse.Grains.Errors;

namespace Kayse.Grains.Users;

/// <summary>Refusals of people and of sign-in.</summary>
public static class UserErrors
{
    /// <summary>
    /// The same for an unknown address, a wrong password and a person without a company that would have them (ASVS 5.0,
    /// 6.3.8).
    /// </summary>
    public static readonly Refusal InvalidCredentials = new("invalid_credentials", "The email address or the password is wrong.");

    /// <summary>Too many secrets were wrong in a row. The same for an address that nobody has.</summary>
    public static Refusal AccountLocked(TimeSpan retryAfter) =>
        new(
            "account_locked",
            "There were too many failed attempts, so this account is locked for a while. Try again "
                + "later, or choose a new password: a reset link opens it at once."
        )
        {
            RetryAfter = retryAfter,
        };

    /// <summary>The person has to prove that their address is theirs before they can bring anybody in.</summary>
    public static readonly Refusal EmailNotVerified = new(
        "email_not_verified",
        "Verify your email address first. Enter the code that we sent you, or ask for a new one."
    );

    /// <summary>The person can't join another company.</summary>
    public static readonly Refusal TooManyCompanies = new(
        "company_limit_reached",
        "This person is in as many companies as one can be. They have to leave one first."
    );

    /// <summary>
    /// Another person has the address. Never told to a stranger: the callers turn it into something that gives nothing
    /// away.
    /// </summary>
    public static readonly Refusal EmailTaken = new("email_taken", "Another person has this email address.");
}

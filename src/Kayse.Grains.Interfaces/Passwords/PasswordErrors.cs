using Kayse.Grains.Errors;

namespace Kayse.Grains.Passwords;

/// <summary>Refusals of passwords.</summary>
public static class PasswordErrors
{
    /// <summary>
    /// The present password, given to confirm something, is wrong; or it has changed since it was looked at.
    /// </summary>
    public static readonly Refusal Wrong = new("invalid_credentials", "The password is incorrect. Try again.");

    /// <summary>An admin may not choose a password that opens another company as well.</summary>
    public static readonly Refusal NotTheirsAlone = new(
        "forbidden",
        "This person also belongs to another company, so you can't set their password. Send them a reset link instead."
    );

    /// <summary>An admin set the password, and it wasn't replaced in time. Told only to who knows it.</summary>
    public static readonly Refusal Expired = new(
        "password_expired",
        "This password was set by an admin and has expired. Ask them to set another one, or reset your password by email."
    );

    /// <summary>The link was right, but its time is over.</summary>
    public static readonly Refusal ResetExpired = new("password_reset_expired", "This link has expired. Request a new one.");

    /// <summary>
    /// Everybody together has too many passwords waiting to be hashed or verified. Nothing was looked at; trying again
    /// later is right.
    /// </summary>
    public static Refusal Busy(TimeSpan retryAfter) => new("unavailable", "The service is busy.") { RetryAfter = retryAfter };

    /// <summary>The caller's network has too many passwords waiting. Nothing was looked at either.</summary>
    public static Refusal TooManyFromNetwork(TimeSpan retryAfter) =>
        new("rate_limited", "Too many sign-in attempts from your network.") { RetryAfter = retryAfter };

    /// <summary>Whether a password was not looked at because too many wait.</summary>
    public static bool IsBusy(Refusal refusal)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        return refusal.Code is "unavailable" or "rate_limited";
    }

    /// <summary>The password is one of the last few that the person had.</summary>
    public static Refusal Reused(string field) =>
        new("password_reused", "You have used this password recently.")
        {
            Fields = new Dictionary<string, string[]>(StringComparer.Ordinal)
            {
                [field] = ["Choose a password that you haven't used the last 5 times."],
            },
        };

    /// <summary>The password breaks the rules that <paramref name="broken"/> name, a sentence each.</summary>
    public static Refusal TooWeak(string field, IReadOnlyList<string> broken) =>
        new("password_too_weak", "This password is too weak.")
        {
            Fields = new Dictionary<string, string[]>(StringComparer.Ordinal) { [field] = [.. broken] },
        };
}

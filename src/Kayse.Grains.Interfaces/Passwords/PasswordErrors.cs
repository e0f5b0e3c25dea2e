using Kayse.Grains.Errors;

namespace Kayse.Grains.Passwords;

/// <summary>Refusals of passwords.</summary>
public static class PasswordErrors
{
    /// <summary>Too many callers wait for a password to be hashed or verified already. Nothing was looked at; trying again later is right.</summary>
    public static readonly Refusal Busy = new("rate_limited", "Too many people are signing in at the moment. Try again shortly.");

    /// <summary>The password breaks the rules that <paramref name="broken"/> name, a sentence each.</summary>
    public static Refusal TooWeak(string field, IReadOnlyList<string> broken)
        => new("password_too_weak", "This password is too weak.")
        {
            Fields = new Dictionary<string, string[]>(StringComparer.Ordinal) { [field] = [.. broken] },
        };
}

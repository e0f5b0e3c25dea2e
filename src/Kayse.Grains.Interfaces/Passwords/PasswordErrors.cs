using Kayse.Grains.Errors;

namespace Kayse.Grains.Passwords;

/// <summary>Refusals of passwords.</summary>
public static class PasswordErrors
{
    /// <summary>The password breaks the rules that <paramref name="broken"/> name, a sentence each.</summary>
    public static Refusal TooWeak(string field, IReadOnlyList<string> broken)
        => new("password_too_weak", "This password is too weak.")
        {
            Fields = new Dictionary<string, string[]>(StringComparer.Ordinal) { [field] = [.. broken] },
        };
}

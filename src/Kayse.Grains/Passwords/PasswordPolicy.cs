using System.Text;

namespace Kayse.Grains.Passwords;

/// <summary>Which passwords a person may choose (US-2; ASVS 5.0, 6.2).</summary>
public static class PasswordPolicy
{
    private const int MinLength = 8;
    private const int PassphraseLength = 15;
    private const int MinWordLength = 4;

    /// <summary>The rules that <paramref name="password"/> breaks, a sentence each; empty when it may be used.</summary>
    public static IReadOnlyList<string> BrokenRules(string password, PasswordContext context)
    {
        ArgumentNullException.ThrowIfNull(password);
        ArgumentNullException.ThrowIfNull(context);
        if (PasswordText.Normalise(password) is not { } text)
        {
            return PasswordText.IsWellFormed(password)
                ? [$"Use at most {PasswordText.MaxLength} characters."]
                : ["Leave out characters that are not valid Unicode."];
        }

        var broken = new List<string>();
        if (BrokenStrengthRule(text) is { } strength)
            broken.Add(strength);
        if (CommonPasswords.Contain(text))
            broken.Add("Choose a password that is not one of the most common ones, even with numbers or symbols after it.");
        broken.AddRange(BrokenEmailRule(text, context.Email));
        broken.AddRange(BrokenNameRules(text, context.Names));
        return broken;
    }

    private static string? BrokenStrengthRule(string text)
    {
        var length = PasswordText.Length(text);
        if (length >= PassphraseLength)
            return null;
        if (length < MinLength)
            return $"Use at least {MinLength} characters with letters, numbers and symbols, or at least {PassphraseLength} characters of any kind.";

        var missing = MissingKinds(text);
        return missing.Count == 0 ? null : $"Add {string.Join(" and ", missing)}, or use at least {PassphraseLength} characters of any kind.";
    }

    private static List<string> MissingKinds(string text)
    {
        var missing = new List<string>();
        if (!Any(text, Rune.IsLetter))
            missing.Add("a letter");
        if (!Any(text, Rune.IsNumber))
            missing.Add("a number");
        if (!Any(text, rune => Rune.IsPunctuation(rune) || Rune.IsSymbol(rune) || Rune.IsWhiteSpace(rune)))
            missing.Add("a symbol");
        return missing;
    }

    private static bool Any(string text, Func<Rune, bool> isOfKind)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (isOfKind(rune))
                return true;
        }

        return false;
    }

    // A short local part says nothing: "a@example.com" would rule out every password with an "a".
    private static IEnumerable<string> BrokenEmailRule(string text, string email)
    {
        var address = PasswordText.Compose(email.Trim()) ?? string.Empty;
        var at = address.LastIndexOf('@');
        var localPart = at < 0 ? address : address[..at];
        if (address.Length > 0 && Holds(text, address))
            yield return "Leave out your email address.";
        else if (PasswordText.Length(localPart) >= MinWordLength && Holds(text, localPart))
            yield return $"Leave out \"{localPart}\", which is the part of your email address before the @.";
    }

    private static IEnumerable<string> BrokenNameRules(string text, IReadOnlyList<string> names)
        => names
            .SelectMany(Words)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Where(word => Holds(text, word))
            .Select(word => $"Leave out \"{word}\", which is part of your name or of your company's.");

    private static IEnumerable<string> Words(string name)
    {
        var text = PasswordText.Compose(name) ?? string.Empty;
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && IsOfWord(text[i]))
                continue;
            var word = text[start..i];
            start = i + 1;
            if (PasswordText.Length(word) >= MinWordLength)
                yield return word;
        }
    }

    private static bool IsOfWord(char c) => char.IsLetterOrDigit(c) || char.IsSurrogate(c);

    private static bool Holds(string text, string word) => text.Contains(word, StringComparison.OrdinalIgnoreCase);
}

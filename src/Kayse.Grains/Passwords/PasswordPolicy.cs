using System.Text;

namespace Kayse.Grains.Passwords;

/// <summary>Which passwords a person may choose (US-2; ASVS 5.0, 6.2).</summary>
public static class PasswordPolicy
{
    private const int MinLength = 8;
    private const int PassphraseLength = 15;
    private const int MinWordLength = 4;
    private const string Product = "Kayse";

    /// <summary>
    /// The rules that <paramref name="password"/> breaks, a sentence each; empty when it may be used.
    /// </summary>
    public static IReadOnlyList<string> BrokenRules(string password, PasswordContext context)
    {
        ArgumentNullException.ThrowIfNull(password);
        ArgumentNullException.ThrowIfNull(context);
        if (PasswordText.Normalise(password) is not { } text)
        {
            return PasswordText.IsWellFormed(password)
                ? [$"Use at most {PasswordText.MaxLength} characters."]
                : ["Use only valid Unicode characters."];
        }

        var broken = new List<string>();
        if (BrokenStrengthRule(text) is { } strength)
            broken.Add(strength);
        if (CommonPasswords.Contain(text))
            broken.Add("Choose a less common password. Adding numbers or symbols to a common one isn't enough.");
        broken.AddRange(BrokenEmailRule(text, context.Email));
        broken.AddRange(BrokenNameRules(text, context.Names));
        if (Holds(text, Product))
            broken.Add($"Leave out \"{Product}\", the name of this service.");
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
        return missing.Count == 0
            ? null
            : $"Add {string.Join(" and ", missing)}, or use at least {PassphraseLength} characters of any kind.";
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
            yield return "Don't use your email address.";
        else if (IsLongEnough(localPart) && Holds(text, localPart))
            yield return $"Leave out \"{localPart}\", which is the part of your email address before the @.";
    }

    private static IEnumerable<string> BrokenNameRules(string text, IReadOnlyList<string> names) =>
        names
            .SelectMany(TellingWords)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Where(word => Holds(text, word))
            .Select(word => $"Leave out \"{word}\", which is part of your name or of your company's.");

    // "Bo Lin" has no word that is long enough, but "bolin" is who they are.
    private static List<string> TellingWords(string name)
    {
        var words = Words(name).ToList();
        var telling = words.FindAll(IsLongEnough);
        return telling.Count > 0 ? telling : new List<string> { string.Concat(words) }.FindAll(IsLongEnough);
    }

    private static bool IsLongEnough(string word) => PasswordText.Length(word) >= MinWordLength;

    private static IEnumerable<string> Words(string name)
    {
        var text = PasswordText.Compose(name) ?? string.Empty;
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && IsOfWord(text[i]))
                continue;
            yield return text[start..i];
            start = i + 1;
        }
    }

    private static bool IsOfWord(char c) => char.IsLetterOrDigit(c) || char.IsSurrogate(c);

    private static bool Holds(string text, string word) => text.Contains(word, StringComparison.OrdinalIgnoreCase);
}

using System.Security.Cryptography;
using Kayse.Grains.Errors;

namespace Kayse.Grains.Pairing;

/// <summary>Codes by which apps are paired: 8 characters that are hard to mistake for each other, 40 bits.</summary>
public static class PairingCode
{
    /// <summary>How long a code works.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    private const string Alphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private const int Length = 8;
    private const int SlotLength = 4;

    /// <summary>No such code works; says nothing of why.</summary>
    public static readonly Refusal Invalid = new(
        "pairing_code_invalid",
        "This code doesn't work. It may be mistyped, used or older than 5 minutes. Get a new one."
    );

    /// <summary>A new code.</summary>
    public static string New() => RandomNumberGenerator.GetString(Alphabet, Length);

    /// <summary>What somebody typed as a code; null when it can't be one.</summary>
    public static string? Parse(string typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        if (typed.Length > 4 * Length)
            return null;
        var code = typed.Replace("-", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
        return code.Length == Length && code.All(character => Alphabet.Contains(character, StringComparison.Ordinal)) ? code : null;
    }

    /// <summary>As it is shown: two halves.</summary>
    public static string Show(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return $"{code[..SlotLength]}-{code[SlotLength..]}";
    }

    /// <summary>The half that says which grain knows it.</summary>
    public static string Slot(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return code[..SlotLength];
    }
}

using System.Buffers;
using System.Text;
using Kayse.Grains.Errors;

namespace Kayse.Grains.Passwords;

/// <summary>
/// A password as it is counted, compared and hashed: NFC, so that it is the same from every keyboard. Nothing is cut
/// off or trimmed.
/// </summary>
internal static class PasswordText
{
    /// <summary>Length limit in Unicode scalars.</summary>
    public const int MaxLength = FieldLimits.Password;

    // A scalar of NFC text comes from 4 others at the most, and a scalar is at most 2 chars. So what is longer than
    // this is too long in NFC as well, and is refused unread: normalising takes the square of the length, a minute for
    // half a megabyte of combining marks.
    private const int MaxChars = MaxLength * 4 * 2;

    /// <summary>The password in NFC; null when it is too long or not well-formed.</summary>
    public static string? Normalise(string password) => Compose(password) is { } text && Length(text) <= MaxLength ? text : null;

    /// <summary>A text in NFC; null when it is far longer than a password may be or not well-formed.</summary>
    public static string? Compose(string text) =>
        text.Length <= MaxChars && IsWellFormed(text) ? text.Normalize(NormalizationForm.FormC) : null;

    /// <summary>Whether every surrogate has its other half.</summary>
    public static bool IsWellFormed(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(text, out _, out var consumed) != OperationStatus.Done)
                return false;
            text = text[consumed..];
        }

        return true;
    }

    /// <summary>Length in Unicode scalars.</summary>
    public static int Length(string text)
    {
        var length = 0;
        foreach (var _ in text.EnumerateRunes())
            length++;
        return length;
    }
}

using System.Text;

namespace Kayse.Grains.Passwords;

/// <summary>A password as it is counted, compared and hashed: NFC, so that it is the same from every keyboard. Nothing is cut off or trimmed.</summary>
internal static class PasswordText
{
    /// <summary>Length limit in Unicode scalars.</summary>
    public const int MaxLength = 128;

    // No scalar of NFC text comes from more than 4 others, and none is longer than 2 chars: what is longer than this is too long in NFC as well,
    // and is refused unread, because normalising a megabyte of combining marks is quadratic.
    private const int MaxChars = MaxLength * 4 * 2;

    /// <summary>Normalises a password; null when it is too long or not well-formed Unicode.</summary>
    public static string? Normalise(string password)
    {
        if (IsTooLong(password) || !IsWellFormed(password))
            return null;
        return password.Normalize(NormalizationForm.FormC);
    }

    public static bool IsTooLong(string password)
        => password.Length > MaxChars || (IsWellFormed(password) && Length(password.Normalize(NormalizationForm.FormC)) > MaxLength);

    public static bool IsWellFormed(string password) => !password.AsSpan().ContainsLoneSurrogate();

    /// <summary>Length in Unicode scalars.</summary>
    public static int Length(string text)
    {
        var length = 0;
        foreach (var _ in text.EnumerateRunes())
            length++;
        return length;
    }

    private static bool ContainsLoneSurrogate(this ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(text, out _, out var consumed) != System.Buffers.OperationStatus.Done)
                return true;
            text = text[consumed..];
        }

        return false;
    }
}

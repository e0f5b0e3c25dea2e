using System.Text;
using Kayse.Grains.Errors;

namespace Kayse.Grains.Mail;

/// <summary>
/// A name as it stands in a sentence of a mail: on one line, never a link, and, where it is written from right to left,
/// without turning around what follows it.
/// </summary>
internal static class MailName
{
    private const char FirstStrongIsolate = '\u2068';
    private const char PopDirectionalIsolate = '\u2069';

    public static string Of(string name)
    {
        var line = Links.Broken(OneLine.Of(name));
        return line.EnumerateRunes().Any(IsRightToLeft) ? $"{FirstStrongIsolate}{line}{PopDirectionalIsolate}" : line;
    }

    // The blocks from Hebrew to Arabic Extended-A, the presentation forms, and the right-to-left scripts of the
    // supplementary plane.
    private static bool IsRightToLeft(Rune rune) =>
        rune.Value
            is (>= 0x0590 and <= 0x08FF)
                or (>= 0xFB1D and <= 0xFDFF)
                or (>= 0xFE70 and <= 0xFEFC)
                or (>= 0x10800 and <= 0x10FFF)
                or (>= 0x1E800 and <= 0x1EFFF);
}

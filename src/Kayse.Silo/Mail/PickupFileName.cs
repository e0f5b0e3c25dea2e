using System.Security.Cryptography;
using System.Text;

namespace Kayse.Silo.Mail;

/// <summary>A file name for a Message-ID: the same for the same id, another for another, and never a path.</summary>
internal static class PickupFileName
{
    private const int LongestPlainName = 120;

    public static string For(string messageId)
    {
        var id = messageId.Trim('<', '>');
        var name = string.Concat(id.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '@' ? c : '_')).TrimStart('.');
        return name == id && name.Length is > 0 and <= LongestPlainName
            ? name
            : $"{name[..Math.Min(name.Length, LongestPlainName)]}-{Fingerprint(messageId)}";
    }

    private static string Fingerprint(string messageId) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(messageId)))[..16];
}

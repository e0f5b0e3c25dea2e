using System.Buffers;
using System.Security.Cryptography;
using Kayse.Grains.Tokens;

namespace Kayse.Grains.Branding;

/// <summary>
/// Names of logos: the company's id, what the logo is for, 128 bits of the content's SHA-256, and its kind of file.
/// Another logo has another name, so whoever has one may keep it for ever.
/// </summary>
public static class LogoName
{
    private const int HashLength = 32;
    private static readonly SearchValues<char> _hexadecimal = SearchValues.Create("0123456789abcdef");

    /// <summary>What the blob store has a logo under.</summary>
    public static string BlobKey(string name) => $"logos/{name}";

    /// <summary>The type of a name's content; null when it isn't the name of a logo.</summary>
    public static string? ContentType(string name)
    {
        if (
            name.Split('.') is not [var companyId, "light" or "dark" or "icon", { Length: HashLength } hash, var extension]
            || !EntityId.IsWellFormed(companyId)
            || hash.AsSpan().ContainsAnyExcept(_hexadecimal)
        )
            return null;
        return extension switch
        {
            "png" => "image/png",
            "svg" => "image/svg+xml",
            _ => null,
        };
    }

    internal static string Of(string companyId, LogoKind kind, LogoFile file) =>
        string.Join('.', companyId, WordOf(kind), Convert.ToHexStringLower(SHA256.HashData(file.Content))[..HashLength], file.Extension);

    /// <summary>As addresses and fields name it.</summary>
    internal static string WordOf(LogoKind kind) => kind.ToString().ToLowerInvariant();
}

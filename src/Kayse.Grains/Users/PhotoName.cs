using System.Buffers;
using System.Security.Cryptography;
using Kayse.Grains.Images;
using Kayse.Grains.Tokens;

namespace Kayse.Grains.Users;

/// <summary>
/// Names of photos: the person's id, 128 bits of the content's SHA-256, and its kind. Another photo has another name,
/// so whoever has one may keep it for ever; and as ids of people are not to be guessed, nor are these. Each is one
/// person's, though two send the same picture: it goes with them.
/// </summary>
public static class PhotoName
{
    private const int HashLength = 32;
    private static readonly SearchValues<char> _hexadecimal = SearchValues.Create("0123456789abcdef");

    /// <summary>What the blob store has a photo under.</summary>
    public static string BlobKey(string name) => $"photos/{name}";

    /// <summary>The type of a name's content; null when it isn't the name of a photo.</summary>
    public static string? ContentType(string name)
    {
        if (
            name.Split('.') is not [var userId, { Length: HashLength } hash, var extension]
            || !EntityId.IsWellFormed(userId)
            || hash.AsSpan().ContainsAnyExcept(_hexadecimal)
        )
            return null;
        return extension switch
        {
            "png" => "image/png",
            "jpg" => "image/jpeg",
            "webp" => "image/webp",
            _ => null,
        };
    }

    internal static string Of(string userId, StillImage image) =>
        $"{userId}.{Convert.ToHexStringLower(SHA256.HashData(image.Content.Span))[..HashLength]}.{image.Extension}";
}

using System.Security.Cryptography;
using System.Text;
using Kayse.Grains.Tokens;

namespace Kayse.Grains.TwoFactor;

/// <summary>
/// One-time codes for who has lost the authenticator: 120 random bits each, shown once as
/// <c>xxxxxx-xxxxxx-xxxxxx-xxxxxx</c>, kept as hashes (ASVS 5.0, 6.5.2: from 112 bits on a slow hash with salt adds
/// nothing).
/// </summary>
internal static class BackupCodes
{
    /// <summary>How many are made at a time (US-4).</summary>
    public const int Count = 10;

    // Crockford's base 32: nothing that looks like something else.
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
    private const int Length = 24;
    private const int Group = 6;

    /// <summary>New codes with their hashes, in the same order.</summary>
    public static (IReadOnlyList<string> Codes, IReadOnlyList<TokenHash> Hashes) Create()
    {
        var bare = Enumerable.Range(0, Count).Select(_ => RandomNumberGenerator.GetString(Alphabet, Length)).ToList();
        return (
            [.. bare.Select(code => string.Join('-', code.Chunk(Group).Select(group => new string(group))))],
            [.. bare.Select(HashOf)]
        );
    }

    /// <summary>
    /// The hashes without the code's; null when it is none of them. It is read as Crockford says: case and dashes don't
    /// count, and <c>o</c> is a zero, <c>i</c> and <c>l</c> are ones.
    /// </summary>
    public static IReadOnlyList<TokenHash>? Use(IReadOnlyList<TokenHash> hashes, string code)
    {
        if (Bare(code) is not { } bare)
            return null;
        var hash = HashOf(bare);
        var left = hashes.Where(known => !known.Matches(hash)).ToList();
        return left.Count < hashes.Count ? left : null;
    }

    /// <summary>Whether something typed has the form of a backup code rather than of an app's.</summary>
    public static bool HasFormOf(string code) => Bare(code) is not null;

    private static string? Bare(string code)
    {
        var bare = TypedCode.Read(code).Replace('o', '0').Replace('i', '1').Replace('l', '1');
        return bare.Length == Length && bare.All(Alphabet.Contains) ? bare : null;
    }

    private static TokenHash HashOf(string bare) => TokenHash.Of(Encoding.ASCII.GetBytes(bare));
}

using System.Buffers.Binary;

namespace Kayse.Grains.Passwords;

/// <summary>
/// Reads the cost out of a hash as ASP.NET Core's password hasher writes it: a version byte of 1, the function, the
/// iterations, the rest.
/// </summary>
internal static class HashCost
{
    private const byte Version = 1;
    private const int IterationsAt = 5;

    /// <summary>The iterations that the hash was made with; 0 when it doesn't say so.</summary>
    public static int IterationsOf(string hash)
    {
        Span<byte> bytes = stackalloc byte[256];
        return Convert.TryFromBase64String(hash, bytes, out var length) && length >= IterationsAt + sizeof(uint) && bytes[0] == Version
            ? (int)Math.Min(int.MaxValue, BinaryPrimitives.ReadUInt32BigEndian(bytes[IterationsAt..]))
            : 0;
    }
}

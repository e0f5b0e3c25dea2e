using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Kayse.Grains.Audit;

/// <summary>AES-GCM: nonce, tag, cipher text. Bound to its entry, so that it passes for nothing else.</summary>
internal static class AuditCipher
{
    public const int KeyLength = 32;
    private const int NonceLength = 12;
    private const int TagLength = 16;

    public static byte[] Encrypt<T>(T value, JsonTypeInfo<T> type, byte[] key, string entryId)
    {
        var plain = JsonSerializer.SerializeToUtf8Bytes(value, type);
        var sealedBytes = new byte[NonceLength + TagLength + plain.Length];
        var nonce = sealedBytes.AsSpan(0, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(key, TagLength);
        aes.Encrypt(
            nonce,
            plain,
            sealedBytes.AsSpan(NonceLength + TagLength),
            sealedBytes.AsSpan(NonceLength, TagLength),
            Encoding.UTF8.GetBytes(entryId)
        );
        return sealedBytes;
    }

    /// <summary>Null when it was not encrypted with this key for this entry.</summary>
    public static T? Decrypt<T>(byte[] sealedBytes, JsonTypeInfo<T> type, byte[] key, string entryId)
        where T : class
    {
        if (sealedBytes.Length < NonceLength + TagLength)
            return null;
        var plain = new byte[sealedBytes.Length - NonceLength - TagLength];
        using var aes = new AesGcm(key, TagLength);
        try
        {
            aes.Decrypt(
                sealedBytes.AsSpan(0, NonceLength),
                sealedBytes.AsSpan(NonceLength + TagLength),
                sealedBytes.AsSpan(NonceLength, TagLength),
                plain,
                Encoding.UTF8.GetBytes(entryId)
            );
            return JsonSerializer.Deserialize(plain, type);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}

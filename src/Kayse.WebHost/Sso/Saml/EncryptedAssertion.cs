using System.Security.Cryptography;
using System.Xml;

namespace Kayse.WebHost.Sso.Saml;

/// <summary>
/// Decrypts an assertion: AES-GCM, with a key that RSA-OAEP carries. Modes without integrity and RSA 1.5 let an attacker
/// decrypt by asking often, so they are refused.
/// </summary>
internal static class EncryptedAssertion
{
    private const int NonceSize = 12;
    private const int TagSize = 16;

    public static byte[] Decrypt(XmlElement encrypted, IReadOnlyList<RSA> keys)
    {
        var data = encrypted.OnlyElement("EncryptedData", SamlNames.Encryption, SamlCheckName.Encryption) ?? throw NotThere();
        var carried = EncryptedKeyIn(encrypted, data);
        var size = KeySizeOf(AlgorithmOf(data));
        var padding = EncryptionPadding.Of(carried.OnlyElement("EncryptionMethod", SamlNames.Encryption, SamlCheckName.Encryption));
        var (wrapped, sealedBytes) = (CipherOf(carried), CipherOf(data));
        foreach (var key in keys)
        {
            if (Open(key, padding, wrapped, size, sealedBytes) is { } plain)
                return plain;
        }

        throw Refused("The assertion isn't encrypted with a certificate of this connection.");
    }

    // Inside the data's KeyInfo, as most do, or beside it.
    private static XmlElement EncryptedKeyIn(XmlElement encrypted, XmlElement data)
    {
        var info = data.OnlyElement("KeyInfo", SamlNames.Signature, SamlCheckName.Encryption);
        return info?.OnlyElement("EncryptedKey", SamlNames.Encryption, SamlCheckName.Encryption)
            ?? encrypted.OnlyElement("EncryptedKey", SamlNames.Encryption, SamlCheckName.Encryption)
            ?? throw NotThere();
    }

    private static byte[]? Open(RSA key, RSAEncryptionPadding padding, byte[] wrapped, int size, byte[] sealedBytes)
    {
        if (sealedBytes.Length <= NonceSize + TagSize)
            return null;
        try
        {
            var contentKey = key.Decrypt(wrapped, padding);
            if (contentKey.Length != size)
                return null;
            using var aes = new AesGcm(contentKey, TagSize);
            var plain = new byte[sealedBytes.Length - NonceSize - TagSize];
            aes.Decrypt(
                sealedBytes.AsSpan(0, NonceSize),
                sealedBytes.AsSpan(NonceSize, plain.Length),
                sealedBytes.AsSpan(^TagSize..),
                plain
            );
            return plain;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static int KeySizeOf(string? algorithm) =>
        algorithm switch
        {
            "http://www.w3.org/2009/xmlenc11#aes128-gcm" => 16,
            "http://www.w3.org/2009/xmlenc11#aes192-gcm" => 24,
            "http://www.w3.org/2009/xmlenc11#aes256-gcm" => 32,
            _ => throw Refused("Encrypt the assertion with AES-GCM."),
        };

    private static string? AlgorithmOf(XmlElement element) =>
        element.OnlyElement("EncryptionMethod", SamlNames.Encryption, SamlCheckName.Encryption)?.Attribute("Algorithm");

    private static byte[] CipherOf(XmlElement element)
    {
        var data = element.OnlyElement("CipherData", SamlNames.Encryption, SamlCheckName.Encryption);
        var value = data?.OnlyElement("CipherValue", SamlNames.Encryption, SamlCheckName.Encryption);
        return value is null ? throw NotThere() : SignedReference.BytesOf(value);
    }

    private static SamlRefusedException NotThere() => Refused("The encrypted assertion has another form than SAML's.");

    private static SamlRefusedException Refused(string detail) => new(SamlCheckName.Encryption, detail);
}

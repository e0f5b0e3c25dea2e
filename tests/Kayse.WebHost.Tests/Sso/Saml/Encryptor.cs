using System.Security.Cryptography;
using System.Xml;

namespace Kayse.WebHost.Tests.Sso.Saml;

/// <summary>Encrypts the assertion of a response, well or badly.</summary>
internal sealed class Encryptor(RSA key)
{
    public string Content { get; init; } = "http://www.w3.org/2009/xmlenc11#aes256-gcm";
    public string Carrier { get; init; } = "http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p";
    public RSAEncryptionPadding Padding { get; init; } = RSAEncryptionPadding.OaepSHA1;
    public int KeySize { get; init; } = 32;
    public Action<byte[]> Damage { get; init; } = _ => { };

    public XmlDocument Encrypt(XmlDocument document)
    {
        var assertion = document.Element("Assertion");
        var alone = new XmlDocument { PreserveWhitespace = true };
        alone.LoadXml(assertion.OuterXml);
        var contentKey = RandomNumberGenerator.GetBytes(KeySize);
        var cipher = Seal(contentKey, alone.Bytes());
        Damage(cipher);
        var wrapped = Convert.ToBase64String(key.Encrypt(contentKey, Padding));
        var encrypted = document.New("saml:EncryptedAssertion", "urn:oasis:names:tc:SAML:2.0:assertion");
        encrypted.InnerXml = $"""
            <xenc:EncryptedData xmlns:xenc="http://www.w3.org/2001/04/xmlenc#"><xenc:EncryptionMethod Algorithm="{Content}"/>
            <KeyInfo xmlns="http://www.w3.org/2000/09/xmldsig#"><xenc:EncryptedKey><xenc:EncryptionMethod Algorithm="{Carrier}"/>
            <xenc:CipherData><xenc:CipherValue>{wrapped}</xenc:CipherValue></xenc:CipherData></xenc:EncryptedKey></KeyInfo>
            <xenc:CipherData><xenc:CipherValue>{Convert.ToBase64String(cipher)}</xenc:CipherValue></xenc:CipherData></xenc:EncryptedData>
            """;
        assertion.ParentNode!.ReplaceChild(encrypted, assertion);
        return document;
    }

    private static byte[] Seal(byte[] contentKey, byte[] plain)
    {
        using var aes = new AesGcm(contentKey, 16);
        var whole = new byte[12 + plain.Length + 16];
        RandomNumberGenerator.Fill(whole.AsSpan(0, 12));
        aes.Encrypt(whole.AsSpan(0, 12), plain, whole.AsSpan(12, plain.Length), whole.AsSpan(^16..));
        return whole;
    }
}

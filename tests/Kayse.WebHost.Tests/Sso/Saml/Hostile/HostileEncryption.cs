using System.Security.Cryptography;
using System.Xml;
using Kayse.WebHost.Sso.Saml;

namespace Kayse.WebHost.Tests.Sso.Saml.Hostile;

/// <summary>Encrypted assertions that are weakly encrypted, changed, for others, or signed by nobody.</summary>
internal static class HostileEncryption
{
    public static readonly IReadOnlyDictionary<string, HostileCase> All = new Dictionary<string, HostileCase>
    {
        ["encrypted but not signed"] = new(SamlCheckName.Signature, () => Ours().Encrypt(new SampleResponse().ToXml()).Bytes()),
        ["encrypted with AES in CBC mode"] = Of(Ours(content: "http://www.w3.org/2001/04/xmlenc#aes256-cbc")),
        ["encrypted with a key that RSA 1.5 carries"] = Of(Ours(carrier: "http://www.w3.org/2001/04/xmlenc#rsa-1_5")),
        ["encrypted for somebody else"] = Of(new Encryptor(RSA.Create(2048))),
        ["encrypted with a shorter key than it says"] = Of(Ours(keySize: 16)),
        ["changed after encryption"] = Of(Ours(damage: cipher => cipher[20] ^= 1)),
        ["cut off after encryption"] = Of(Ours(damage: cipher => Array.Clear(cipher, cipher.Length - 16, 16))),
        ["an encrypted assertion beside a plain one"] = new(SamlCheckName.Structure, BesidePlain),
    };

    private static HostileCase Of(Encryptor encryptor) => new(SamlCheckName.Encryption, () => encryptor.Encrypt(Signed()).Bytes());

    private static XmlDocument Signed() => Signer.Trusted.Sign(new SampleResponse().ToXml());

    private static Encryptor Ours(string? content = null, string? carrier = null, int keySize = 32, Action<byte[]>? damage = null) =>
        new(Verdict.OurKey.Value)
        {
            Content = content ?? "http://www.w3.org/2009/xmlenc11#aes256-gcm",
            Carrier = carrier ?? "http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p",
            KeySize = keySize,
            Damage = damage ?? (_ => { }),
        };

    private static byte[] BesidePlain()
    {
        var document = Ours().Encrypt(Signed());
        document.DocumentElement!.AppendChild(document.ImportNode(Signed().Element("Assertion"), deep: true));
        return document.Bytes();
    }
}

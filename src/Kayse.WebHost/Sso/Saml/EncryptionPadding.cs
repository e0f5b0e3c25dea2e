using System.Security.Cryptography;
using System.Xml;

namespace Kayse.WebHost.Sso.Saml;

/// <summary>How a key is carried: RSA-OAEP, with the hash that its parameters name.</summary>
internal static class EncryptionPadding
{
    public static RSAEncryptionPadding Of(XmlElement? method)
    {
        var digest = method?.OnlyElement("DigestMethod", SamlNames.Signature, SamlCheckName.Encryption)?.Attribute("Algorithm");
        var mask = method?.OnlyElement("MGF", SamlNames.Encryption11, SamlCheckName.Encryption)?.Attribute("Algorithm");
        return (method?.Attribute("Algorithm"), digest, mask) switch
        {
            // SHA-1 is sound here: nothing depends on nobody finding collisions.
            ("http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p", null or "http://www.w3.org/2000/09/xmldsig#sha1", null) =>
                RSAEncryptionPadding.OaepSHA1,
            (
                "http://www.w3.org/2009/xmlenc11#rsa-oaep",
                "http://www.w3.org/2001/04/xmlenc#sha256",
                "http://www.w3.org/2009/xmlenc11#mgf1sha256"
            ) => RSAEncryptionPadding.OaepSHA256,
            _ => throw new SamlRefusedException(SamlCheckName.Encryption, "Carry the key of the encryption with RSA-OAEP."),
        };
    }
}

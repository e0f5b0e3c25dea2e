using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Xml;

namespace Kayse.WebHost.Sso.Saml;

/// <summary>
/// Verifies the signature that stands in an element, with the certificates that were configured; KeyInfo isn't read.
/// </summary>
internal static class SignedElement
{
    /// <summary>
    /// The canonical bytes that are signed. Whoever reads them, and nothing else, reads what the identity provider wrote.
    /// Also what the signature says of itself is read from the bytes that it covers.
    /// </summary>
    public static byte[] Verify(XmlElement element, XmlElement signature, IReadOnlyList<X509Certificate2> certificates)
    {
        var parts = SignatureParts.Of(signature);
        var signedInfo = Canonicalization.Of(parts.SignedInfo, parts.Prefixes);
        var reference = SignedReference.Of(SamlXml.Parse(signedInfo).DocumentElement!);
        if (!certificates.Any(certificate => reference.Method.Verify(certificate, signedInfo, parts.Value)))
            throw Refused("No certificate of this connection has made the signature.");
        if (element.Attribute("ID") is not { Length: > 0 } id || reference.Uri != $"#{id}")
            throw Refused("The signature is of something else than the element it stands in.");
        var bytes = Canonicalization.Of(element, reference.Prefixes, without: signature);
        var digest = CryptographicOperations.HashData(reference.Digest, bytes);
        if (!CryptographicOperations.FixedTimeEquals(digest, reference.DigestValue))
            throw Refused("The content was changed after it was signed.");
        return bytes;
    }

    private static SamlRefusedException Refused(string detail) => new(SamlCheckName.Signature, detail);
}

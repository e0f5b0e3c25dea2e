using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Xml;

namespace Kayse.WebHost.Sso.Saml;

/// <summary>
/// Takes a response apart, layer by layer: each signature is verified, and from then on only the bytes that it covers are
/// read. What comes out was signed by a certificate of the connection.
/// </summary>
internal sealed class SignedAssertions(IReadOnlyList<X509Certificate2> certificates, IReadOnlyList<RSA> decryptionKeys)
{
    public SignedAssertion Open(ReadOnlySpan<byte> xml)
    {
        var response = SamlStructure.ResponseOf(SamlXml.Parse(xml));
        SamlStatus.EnsureSuccess(response);
        var isResponseSigned = SignatureIn(response) is not null;
        if (SignatureIn(response) is { } outer)
            response = SamlStructure.ResponseOf(SamlXml.Parse(SignedElement.Verify(response, outer, certificates)));
        var assertion = AssertionIn(response);
        var isAssertionSigned = SignatureIn(assertion) is not null;
        if (SignatureIn(assertion) is { } inner)
            assertion = SamlStructure.AssertionOf(SamlXml.Parse(SignedElement.Verify(assertion, inner, certificates)));
        if (!isResponseSigned && !isAssertionSigned)
            throw new SamlRefusedException(SamlCheckName.Signature, "Neither the response nor the assertion is signed.");
        return new SignedAssertion(response, assertion, isResponseSigned);
    }

    private XmlElement AssertionIn(XmlElement response)
    {
        if (response.OnlyElement("Assertion", SamlNames.Assertion, SamlCheckName.Structure) is { } plain)
            return CopyOf(plain);
        var encrypted = response.OnlyElement("EncryptedAssertion", SamlNames.Assertion, SamlCheckName.Structure);
        return encrypted is null
            ? throw new SamlRefusedException(SamlCheckName.Structure, "There must be exactly one assertion.")
            : SamlStructure.AssertionOf(SamlXml.Parse(EncryptedAssertion.Decrypt(encrypted, decryptionKeys)));
    }

    // On its own, with the namespaces that were declared around it, it goes through the same door as a decrypted one.
    private static XmlElement CopyOf(XmlElement assertion)
    {
        var document = new XmlDocument { PreserveWhitespace = true, XmlResolver = null };
        document.AppendChild(document.ImportNode(assertion, deep: true));
        Canonicalization.DeclareNamespacesInScope(document.DocumentElement!, assertion);
        return SamlStructure.AssertionOf(document);
    }

    private static XmlElement? SignatureIn(XmlElement element) =>
        element.OnlyElement("Signature", SamlNames.Signature, SamlCheckName.Structure);
}

/// <summary>An assertion that was signed, by itself or within its response.</summary>
/// <param name="Response">
/// The response around it. Its own attributes are as trustworthy as the assertion only when it is signed.
/// </param>
/// <param name="Assertion">The assertion, parsed from what was signed.</param>
/// <param name="IsResponseSigned">Whether the response is signed.</param>
internal sealed record SignedAssertion(XmlElement Response, XmlElement Assertion, bool IsResponseSigned);

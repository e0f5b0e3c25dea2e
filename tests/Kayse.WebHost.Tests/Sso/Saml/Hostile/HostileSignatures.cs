using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Security.Cryptography.Xml;
using System.Xml;
using Kayse.WebHost.Sso.Saml;

namespace Kayse.WebHost.Tests.Sso.Saml.Hostile;

/// <summary>Signatures that are missing, of others, weak, or of something else.</summary>
internal static class HostileSignatures
{
    private const string Dsig = "http://www.w3.org/2000/09/xmldsig#";

    public static readonly IReadOnlyDictionary<string, HostileCase> All = new Dictionary<string, HostileCase>
    {
        ["not signed"] = new(SamlCheckName.Signature, () => new SampleResponse().ToXml().Bytes()),
        ["signed by a stranger"] = new(SamlCheckName.Signature, () => By(Signer.Stranger)),
        ["signed by a stranger who sends the certificate along"] = new(
            SamlCheckName.Signature,
            () => By(new Signer(Signer.Stranger.Certificate) { WithKeyInfo = true })
        ),
        ["RSA with SHA-1"] = new(SamlCheckName.Algorithms, () => By(Trusted(method: SignedXml.XmlDsigRSASHA1Url))),
        ["a SHA-1 digest"] = new(SamlCheckName.Algorithms, () => By(Trusted(digest: SignedXml.XmlDsigSHA1Url))),
        ["a MAC whose key is the public certificate"] = new(SamlCheckName.Algorithms, WithMac),
        ["inclusive canonicalization of the signature"] = new(
            SamlCheckName.Algorithms,
            () => By(Trusted(canonicalization: SignedXml.XmlDsigC14NTransformUrl))
        ),
        ["canonicalization with comments"] = new(
            SamlCheckName.Algorithms,
            () => By(Trusted(canonicalization: SignedXml.XmlDsigExcC14NWithCommentsTransformUrl))
        ),
        ["inclusive canonicalization of the content"] = new(
            SamlCheckName.Algorithms,
            () => By(Trusted(transforms: [new XmlDsigEnvelopedSignatureTransform(), new XmlDsigC14NTransform()]))
        ),
        ["no enveloped signature"] = new(
            SamlCheckName.Algorithms,
            () => By(Trusted(transforms: [new XmlDsigExcC14NTransform(), new XmlDsigExcC14NTransform()]))
        ),
        ["an XPath transform that leaves the name out"] = new(SamlCheckName.Algorithms, () => By(Trusted(transforms: [XPath()]))),
        ["an XSLT transform"] = new(SamlCheckName.Algorithms, () => TransformNamed("http://www.w3.org/TR/1999/REC-xslt-19991116")),
        ["a base64 transform"] = new(SamlCheckName.Algorithms, () => TransformNamed("http://www.w3.org/2000/09/xmldsig#base64")),
        ["a reference to the whole document"] = new(SamlCheckName.Signature, () => By(Trusted(uri: ""))),
        ["a reference to the response from the assertion"] = new(SamlCheckName.Signature, () => By(Trusted(uri: "#_response1"))),
        ["two references"] = new(SamlCheckName.Signature, () => By(Trusted(second: "#_response1"))),
        ["a reference by XPointer"] = new(
            SamlCheckName.Signature,
            () => Edited("URI=\"#_assertion1\"", "URI=\"#xpointer(id('_assertion1'))\"")
        ),
        ["an empty signature value"] = new(SamlCheckName.Signature, () => WithText("SignatureValue", "")),
        ["a signature value that isn't base64"] = new(SamlCheckName.Signature, () => WithText("SignatureValue", "!!")),
        ["another digest value"] = new(SamlCheckName.Signature, () => WithText("DigestValue", Convert.ToBase64String(new byte[32]))),
        ["the signature of another response"] = new(SamlCheckName.Signature, WithSignatureOfAnother),
        ["the signature of the assertion in the response"] = new(SamlCheckName.Signature, WithMovedSignature),
        ["two signatures in the assertion"] = new(SamlCheckName.Structure, WithTwoSignatures),
        ["a signature deep in an attribute"] = new(SamlCheckName.Structure, WithDeepSignature),
        ["a second SignedInfo before the signed one"] = new(SamlCheckName.Signature, WithTwoSignedInfos),
        ["an object in the signature"] = new(SamlCheckName.Signature, WithObject),
        ["a signature method with a parameter"] = new(SamlCheckName.Algorithms, WithTruncation),
        ["another name after signing"] = new(SamlCheckName.Signature, () => Edited("ben-0042", "admin-0001")),
        ["another address after signing"] = new(SamlCheckName.Signature, () => Edited("ben@jones.example", "ann@jones.example")),
        ["another audience after signing"] = new(SamlCheckName.Signature, () => Edited("con_1/metadata", "con_2/metadata")),
        ["an attribute more after signing"] = new(
            SamlCheckName.Signature,
            () => Edited("</saml:AttributeStatement>", SampleResponse.Attribute("groups", "Admins") + "</saml:AttributeStatement>")
        ),
        ["another namespace for the same prefix"] = new(
            SamlCheckName.Signature,
            () => Edited("<saml:NameID ", "<saml:NameID xmlns:saml=\"urn:other\" ")
        ),
        ["the signature removed from a signed response"] = new(SamlCheckName.Signature, WithSignatureRemoved),
        ["a signed assertion in a response whose signature is broken"] = new(SamlCheckName.Signature, WithBrokenOuterSignature),
    };

    private static byte[] By(Signer signer) => signer.Sign(new SampleResponse().ToXml()).Bytes();

    private static XmlDocument Signed() => Signer.Trusted.Sign(new SampleResponse().ToXml());

    private static Signer Trusted(
        string? method = null,
        string? digest = null,
        string? canonicalization = null,
        string? uri = null,
        string? second = null,
        Transform[]? transforms = null
    ) =>
        new(Signer.Trusted.Certificate)
        {
            Method = method ?? Signer.Trusted.Method,
            Digest = digest ?? Signer.Trusted.Digest,
            Canonicalization = canonicalization ?? Signer.Trusted.Canonicalization,
            Uri = uri,
            SecondUri = second,
            Transforms = transforms ?? [new XmlDsigEnvelopedSignatureTransform(), new XmlDsigExcC14NTransform()],
        };

    private static byte[] WithMac()
    {
        using var mac = new HMACSHA256(Signer.Trusted.Certificate.Export(X509ContentType.Cert));
        return By(
            new Signer(Signer.Trusted.Certificate)
            {
                Method = SignedXml.XmlDsigHMACSHA1Url.Replace(
                    "2000/09/xmldsig#hmac-sha1",
                    "2001/04/xmldsig-more#hmac-sha256",
                    StringComparison.Ordinal
                ),
                Mac = mac,
            }
        );
    }

    private static XmlDsigXPathTransform XPath()
    {
        var document = new XmlDocument();
        document.LoadXml("<XPath xmlns:s=\"urn:oasis:names:tc:SAML:2.0:assertion\">not(ancestor-or-self::s:NameID)</XPath>");
        var transform = new XmlDsigXPathTransform();
        transform.LoadInnerXml(document.ChildNodes);
        return transform;
    }

    private static byte[] TransformNamed(string algorithm) =>
        Edited("<Transform Algorithm=\"http://www.w3.org/2000/09/xmldsig#enveloped-signature\"", $"<Transform Algorithm=\"{algorithm}\"");

    private static byte[] Edited(string before, string after) => Signed().Replaced(before, after);

    private static byte[] WithText(string element, string text)
    {
        var document = Signed();
        document.Element(element).InnerText = text;
        return document.Bytes();
    }

    private static byte[] WithSignatureOfAnother()
    {
        var other = Signer.Trusted.Sign(new SampleResponse { InResponseTo = "_request2" }.ToXml());
        var document = new SampleResponse().ToXml();
        var assertion = document.Element("Assertion");
        assertion.InsertAfter(document.ImportNode(other.Element("Signature"), deep: true), assertion.Element("Issuer"));
        return document.Bytes();
    }

    private static byte[] WithMovedSignature()
    {
        var document = Signed();
        var response = document.DocumentElement!;
        response.InsertAfter(document.Element("Signature"), response.Element("Issuer"));
        document.Element("Assertion").Impersonate();
        return document.Bytes();
    }

    private static byte[] WithTwoSignatures()
    {
        var document = Signed();
        var signature = document.Element("Signature");
        signature.ParentNode!.InsertAfter(signature.Copy(), signature);
        return document.Bytes();
    }

    private static byte[] WithDeepSignature()
    {
        var document = Signed();
        document.Element("AttributeValue").AppendChild(document.Element("Signature"));
        return document.Bytes();
    }

    private static byte[] WithTwoSignedInfos()
    {
        var document = Signed();
        document.Element("Assertion").Impersonate();
        var signature = document.Element("Signature");
        signature.PrependChild(signature.Element("SignedInfo").Copy());
        return document.Bytes();
    }

    private static byte[] WithObject()
    {
        var document = Signed();
        document.Element("Signature").AppendChild(document.New("Object", Dsig));
        return document.Bytes();
    }

    private static byte[] WithTruncation()
    {
        var document = Signed();
        document.Element("SignatureMethod").AppendChild(document.New("HMACOutputLength", Dsig))!.InnerText = "1";
        return document.Bytes();
    }

    private static byte[] WithSignatureRemoved()
    {
        var document = Signer.Trusted.Sign(new SampleResponse().ToXml(), "Response");
        document.DocumentElement!.Without("Signature");
        return document.Bytes();
    }

    private static byte[] WithBrokenOuterSignature()
    {
        var document = Signer.Trusted.Sign(Signed(), "Response");
        document.DocumentElement!.SetAttribute("InResponseTo", "_request2");
        return document.Bytes();
    }
}

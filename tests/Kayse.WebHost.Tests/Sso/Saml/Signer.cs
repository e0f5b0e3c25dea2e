using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Security.Cryptography.Xml;
using System.Xml;

namespace Kayse.WebHost.Tests.Sso.Saml;

/// <summary>Signs with the framework's own implementation of XML signatures, well or badly.</summary>
internal sealed class Signer(X509Certificate2 certificate)
{
    /// <summary>The identity provider that the connection trusts.</summary>
    public static readonly Signer Trusted = new(NewCertificate("CN=idp.jones.example"));

    public static readonly Signer Stranger = new(NewCertificate("CN=idp.jones.example"));

    public X509Certificate2 Certificate { get; } = certificate;

    public string Method { get; init; } = SignedXml.XmlDsigRSASHA256Url;
    public string Digest { get; init; } = SignedXml.XmlDsigSHA256Url;
    public string Canonicalization { get; init; } = SignedXml.XmlDsigExcC14NTransformUrl;
    public string? Uri { get; init; }
    public bool WithKeyInfo { get; init; }
    public IReadOnlyList<Transform> Transforms { get; init; } = [new XmlDsigEnvelopedSignatureTransform(), new XmlDsigExcC14NTransform()];
    public KeyedHashAlgorithm? Mac { get; init; }
    public string? SecondUri { get; init; }

    public static X509Certificate2 NewCertificate(string name, DateTimeOffset? until = null)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest(name, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return request.CreateSelfSigned(SampleResponse.Now.AddYears(-1), until ?? SampleResponse.Now.AddYears(2));
    }

    /// <summary>Signs one element of a document, with the signature behind its issuer.</summary>
    public XmlDocument Sign(XmlDocument document, string localName = "Assertion")
    {
        var element = document.Element(localName);
        using var key = Certificate.GetRSAPrivateKey()!;
        var signed = new SignedXml(document) { SigningKey = key };
        signed.SignedInfo!.CanonicalizationMethod = Canonicalization;
        signed.SignedInfo.SignatureMethod = Method;
        signed.AddReference(ReferenceTo(Uri ?? $"#{element.GetAttribute("ID")}"));
        if (SecondUri is not null)
            signed.AddReference(ReferenceTo(SecondUri));
        if (WithKeyInfo)
            signed.KeyInfo.AddClause(new KeyInfoX509Data(Certificate));
        if (Mac is null)
            signed.ComputeSignature();
        else
            signed.ComputeSignature(Mac);
        element.InsertAfter(document.ImportNode(signed.GetXml(), deep: true), element.Element("Issuer"));
        return document;
    }

    private Reference ReferenceTo(string uri)
    {
        var reference = new Reference(uri) { DigestMethod = Digest };
        foreach (var transform in Transforms)
            reference.AddTransform(transform);
        return reference;
    }
}

using System.IO.Compression;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Security.Cryptography.Xml;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Kayse.WebHost.Sso.Saml;

/// <summary>A request to an identity provider to authenticate somebody.</summary>
/// <param name="Id">By which its response names it.</param>
/// <param name="Us">Who asks.</param>
/// <param name="SignOnUrl">Where it goes.</param>
/// <param name="ForcesAuthentication">Whether the person has to prove anew who they are.</param>
/// <param name="IssuedAt">When.</param>
internal sealed record AuthnRequest(
    string Id,
    SamlServiceProvider Us,
    string SignOnUrl,
    bool ForcesAuthentication,
    DateTimeOffset IssuedAt
)
{
    private const string RsaSha256 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";
    private static readonly XNamespace _protocol = SamlNames.Protocol;
    private static readonly XNamespace _assertion = SamlNames.Assertion;

    public XElement ToXml() =>
        new(
            _protocol + "AuthnRequest",
            new XAttribute(XNamespace.Xmlns + "samlp", SamlNames.Protocol),
            new XAttribute(XNamespace.Xmlns + "saml", SamlNames.Assertion),
            new XAttribute("ID", Id),
            new XAttribute("Version", "2.0"),
            new XAttribute("IssueInstant", SamlTime.Format(IssuedAt)),
            new XAttribute("Destination", SignOnUrl),
            new XAttribute("ProtocolBinding", SamlNames.PostBinding),
            new XAttribute("AssertionConsumerServiceURL", Us.AcsUrl),
            ForcesAuthentication ? new XAttribute("ForceAuthn", "true") : null,
            new XElement(_assertion + "Issuer", Us.EntityId),
            new XElement(_protocol + "NameIDPolicy", new XAttribute("AllowCreate", "true"))
        );

    /// <summary>Where a browser goes with it, signed when there is a key.</summary>
    public Uri ToRedirect(X509Certificate2? key)
    {
        var query = $"SAMLRequest={Escaped(Deflated())}&RelayState={Escaped(Id)}";
        if (key is not null)
        {
            query += $"&SigAlg={Escaped(RsaSha256)}";
            using var rsa = key.GetRSAPrivateKey()!;
            var signature = rsa.SignData(Encoding.ASCII.GetBytes(query), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
            query += $"&Signature={Escaped(Convert.ToBase64String(signature))}";
        }

        return new Uri($"{SignOnUrl}{(SignOnUrl.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{query}");
    }

    /// <summary>What a form posts, signed when there is a key.</summary>
    public IReadOnlyDictionary<string, string> ToForm(X509Certificate2? key)
    {
        var document = new XmlDocument { PreserveWhitespace = true };
        document.LoadXml(ToXml().ToString(SaveOptions.DisableFormatting));
        if (key is not null)
            Sign(document, key);
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["SAMLRequest"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(document.OuterXml)),
            ["RelayState"] = Id,
        };
    }

    private static void Sign(XmlDocument document, X509Certificate2 key)
    {
        var root = document.DocumentElement!;
        using var rsa = key.GetRSAPrivateKey()!;
        var signed = new SignedXml(document) { SigningKey = rsa };
        signed.SignedInfo!.CanonicalizationMethod = SignedXml.XmlDsigExcC14NTransformUrl;
        signed.SignedInfo.SignatureMethod = RsaSha256;
        var reference = new Reference($"#{root.GetAttribute("ID")}") { DigestMethod = SignedXml.XmlDsigSHA256Url };
        reference.AddTransform(new XmlDsigEnvelopedSignatureTransform());
        reference.AddTransform(new XmlDsigExcC14NTransform());
        signed.AddReference(reference);
        signed.ComputeSignature();
        root.InsertAfter(document.ImportNode(signed.GetXml(), deep: true), root.FirstChild);
    }

    private string Deflated()
    {
        using var compressed = new MemoryStream();
        using (var deflate = new DeflateStream(compressed, CompressionLevel.Optimal, leaveOpen: true))
            deflate.Write(Encoding.UTF8.GetBytes(ToXml().ToString(SaveOptions.DisableFormatting)));
        return Convert.ToBase64String(compressed.ToArray());
    }

    private static string Escaped(string text) => Uri.EscapeDataString(text);
}

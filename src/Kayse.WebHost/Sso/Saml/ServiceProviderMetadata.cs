using System.Security.Cryptography.X509Certificates;
using System.Xml.Linq;

namespace Kayse.WebHost.Sso.Saml;

/// <summary>Our own metadata for a connection. While a key is being replaced, both are in it.</summary>
internal static class ServiceProviderMetadata
{
    private static readonly XNamespace _metadata = SamlNames.Metadata;
    private static readonly XNamespace _signature = SamlNames.Signature;

    public static string Of(SamlServiceProvider us, IReadOnlyList<X509Certificate2> keys)
    {
        var descriptor = new XElement(
            _metadata + "SPSSODescriptor",
            new XAttribute("AuthnRequestsSigned", keys.Count > 0),
            new XAttribute("WantAssertionsSigned", true),
            new XAttribute("protocolSupportEnumeration", SamlNames.Protocol),
            keys.SelectMany(KeysOf),
            new XElement(_metadata + "NameIDFormat", "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent"),
            new XElement(_metadata + "NameIDFormat", SamlNames.EmailNameId),
            new XElement(
                _metadata + "AssertionConsumerService",
                new XAttribute("Binding", SamlNames.PostBinding),
                new XAttribute("Location", us.AcsUrl),
                new XAttribute("index", 0),
                new XAttribute("isDefault", true)
            )
        );
        var entity = new XElement(
            _metadata + "EntityDescriptor",
            new XAttribute(XNamespace.Xmlns + "md", SamlNames.Metadata),
            new XAttribute(XNamespace.Xmlns + "ds", SamlNames.Signature),
            new XAttribute("entityID", us.EntityId),
            descriptor
        );
        return $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{entity}\n";
    }

    private static IEnumerable<XElement> KeysOf(X509Certificate2 certificate) =>
        [
            KeyOf(certificate, "signing"),
            KeyOf(
                certificate,
                "encryption",
                new XElement(_metadata + "EncryptionMethod", new XAttribute("Algorithm", "http://www.w3.org/2009/xmlenc11#aes256-gcm")),
                new XElement(
                    _metadata + "EncryptionMethod",
                    new XAttribute("Algorithm", "http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p")
                )
            ),
        ];

    private static XElement KeyOf(X509Certificate2 certificate, string use, params XElement[] methods) =>
        new(
            _metadata + "KeyDescriptor",
            new XAttribute("use", use),
            new XElement(
                _signature + "KeyInfo",
                new XElement(
                    _signature + "X509Data",
                    new XElement(_signature + "X509Certificate", Convert.ToBase64String(certificate.RawData))
                )
            ),
            methods
        );
}

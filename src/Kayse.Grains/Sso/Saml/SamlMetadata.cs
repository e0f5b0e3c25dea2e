using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Kayse.Grains.Sso.Saml;

/// <summary>Reads the metadata of an identity provider, which whoever configures a connection gives.</summary>
public static class SamlMetadata
{
    /// <summary>The most that is read.</summary>
    public const int LargestDocument = 1024 * 1024;

    private const int MostDepth = 64;
    private static readonly XNamespace _metadata = "urn:oasis:names:tc:SAML:2.0:metadata";
    private static readonly XNamespace _signature = "http://www.w3.org/2000/09/xmldsig#";
    private static readonly UTF8Encoding _strictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>What it says of the one identity provider in it; null when it isn't metadata of one.</summary>
    public static SamlProvider? Read(ReadOnlySpan<byte> xml)
    {
        if (xml.Length > LargestDocument || Parse(xml) is not { Root: { } root })
            return null;
        var providers = root.DescendantsAndSelf(_metadata + "EntityDescriptor")
            .Where(entity => entity.Element(_metadata + "IDPSSODescriptor") is not null)
            .Take(2)
            .ToArray();
        return providers is [var only] ? ProviderOf(only) : null;
    }

    private static XDocument? Parse(ReadOnlySpan<byte> xml)
    {
        try
        {
            var text = _strictUtf8.GetString(xml).TrimStart('\uFEFF');
            using (var depths = NewReader(text))
            {
                while (depths.Read())
                {
                    if (depths.Depth > MostDepth)
                        return null;
                }
            }

            using var reader = NewReader(text);
            return XDocument.Load(reader);
        }
        catch (Exception failed) when (failed is XmlException or DecoderFallbackException)
        {
            return null;
        }
    }

    private static XmlReader NewReader(string text) =>
        XmlReader.Create(
            new StringReader(text),
            new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Prohibit,
                XmlResolver = null,
                MaxCharactersInDocument = LargestDocument,
                IgnoreComments = true,
                IgnoreProcessingInstructions = true,
            }
        );

    private static SamlProvider? ProviderOf(XElement entity)
    {
        var descriptor = entity.Element(_metadata + "IDPSSODescriptor")!;
        var services = descriptor.Elements(_metadata + "SingleSignOnService").ToArray();
        var redirect = LocationOf(services, "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect");
        var url = redirect ?? LocationOf(services, "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST");
        if (url is null || entity.Attribute("entityID")?.Value is not { Length: > 0 } entityId)
            return null;
        return new SamlProvider(
            entityId.Trim(),
            url,
            redirect is null ? SamlBinding.Post : SamlBinding.Redirect,
            [.. CertificatesIn(descriptor)]
        );
    }

    private static string? LocationOf(XElement[] services, string binding) =>
        Array.Find(services, service => service.Attribute("Binding")?.Value == binding)?.Attribute("Location")?.Value.Trim();

    // A key without a use is for both.
    private static IEnumerable<string> CertificatesIn(XElement descriptor) =>
        descriptor
            .Elements(_metadata + "KeyDescriptor")
            .Where(key => key.Attribute("use")?.Value is null or "signing")
            .SelectMany(key => key.Descendants(_signature + "X509Certificate"))
            .Select(certificate => string.Concat(certificate.Value.Where(c => !char.IsWhiteSpace(c))))
            .Distinct(StringComparer.Ordinal);
}

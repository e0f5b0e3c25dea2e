using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Kayse.Grains.Sso.Saml;

namespace Kayse.Grains.Tests.Hosting;

/// <summary>The metadata that a test has published, by address.</summary>
internal sealed class TestSamlMetadata : ISamlMetadataSource
{
    private readonly ConcurrentDictionary<string, string> _published = new(StringComparer.Ordinal);

    public int Fetches { get; private set; }

    public string? this[string url]
    {
        set => _published[url] = value!;
    }

    /// <summary>A certificate in base64 that ends at some time.</summary>
    public static string NewCertificate(DateTimeOffset until)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=idp.jones.example", key, HashAlgorithmName.SHA256);
        using var certificate = request.CreateSelfSigned(until.AddYears(-3), until);
        return Convert.ToBase64String(certificate.RawData);
    }

    public static string Of(string entityId, params string[] certificates) =>
        $"""
            <EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" entityID="{entityId}">
              <IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">
                {string.Concat(certificates.Select(KeyOf))}
                <SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect" Location="https://idp.jones.example/sso"/>
              </IDPSSODescriptor>
            </EntityDescriptor>
            """;

    public Task<byte[]?> FetchAsync(string url, CancellationToken cancellationToken = default)
    {
        Fetches++;
        return Task.FromResult(_published.TryGetValue(url, out var xml) && xml is not null ? Encoding.UTF8.GetBytes(xml) : null);
    }

    private static string KeyOf(string certificate) =>
        "<KeyDescriptor use=\"signing\"><ds:KeyInfo xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\"><ds:X509Data><ds:X509Certificate>"
        + $"{certificate}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></KeyDescriptor>";
}

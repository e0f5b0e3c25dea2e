using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Kayse.Grains.Sso.Saml;

namespace Kayse.WebHost.Sso.Saml;

/// <summary>A certificate as it may be shown.</summary>
/// <param name="Fingerprint">Of SHA-256, in hexadecimal.</param>
/// <param name="Base64">The certificate (DER).</param>
/// <param name="NotBefore">From when it is valid.</param>
/// <param name="NotAfter">Until when.</param>
public sealed record SamlCertificateView(string Fingerprint, string Base64, DateTimeOffset NotBefore, DateTimeOffset NotAfter)
{
    /// <summary>In PEM.</summary>
    public string Pem => PemEncoding.WriteString("CERTIFICATE", Convert.FromBase64String(Base64));

    internal static SamlCertificateView Of(string base64)
    {
        using var certificate = SamlCertificates.Load(base64);
        return Of(certificate);
    }

    internal static SamlCertificateView Of(X509Certificate2 certificate) =>
        new(
            SamlKeys.FingerprintOf(certificate),
            Convert.ToBase64String(certificate.RawData),
            new DateTimeOffset(certificate.NotBefore),
            new DateTimeOffset(certificate.NotAfter)
        );
}

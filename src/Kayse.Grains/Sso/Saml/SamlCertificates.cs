using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;

namespace Kayse.Grains.Sso.Saml;

/// <summary>Reads the certificates that an identity provider signs with.</summary>
public static partial class SamlCertificates
{
    /// <summary>How many a provider may have.</summary>
    public const int Max = 10;

    private const int LargestText = 16 * 1024;
    private const int SmallestRsaKey = 2048;
    private const int SmallestEcKey = 256;

    /// <summary>The certificate in base64 (DER), from PEM or base64; null when it isn't one with a key that is safe.</summary>
    public static string? Normalize(string? text)
    {
        if (text is null or { Length: > LargestText })
            return null;
        using var certificate = TryLoad(Armor().Replace(text, ""));
        return certificate is not null && HasSafeKey(certificate) ? Convert.ToBase64String(certificate.RawData) : null;
    }

    /// <summary>A certificate of the settings.</summary>
    public static X509Certificate2 Load(string base64) => X509CertificateLoader.LoadCertificate(Convert.FromBase64String(base64));

    /// <summary>When the last of them ends; null when there is none.</summary>
    public static DateTimeOffset? LastEndOf(IEnumerable<string> certificates) =>
        certificates
            .Select(base64 =>
            {
                using var certificate = Load(base64);
                return (DateTimeOffset?)new DateTimeOffset(certificate.NotAfter.ToUniversalTime());
            })
            .Max();

    /// <summary>The SHA-256 fingerprints by which people compare certificates.</summary>
    public static IReadOnlyList<string> FingerprintsOf(IEnumerable<string> certificates) =>
        [.. certificates.Select(base64 => Convert.ToHexString(SHA256.HashData(Convert.FromBase64String(base64))))];

    private static X509Certificate2? TryLoad(string base64)
    {
        try
        {
            return Load(base64);
        }
        catch (Exception failed) when (failed is FormatException or CryptographicException)
        {
            return null;
        }
    }

    private static bool HasSafeKey(X509Certificate2 certificate)
    {
        try
        {
            using var rsa = certificate.GetRSAPublicKey();
            using var ec = certificate.GetECDsaPublicKey();
            return rsa?.KeySize >= SmallestRsaKey || ec?.KeySize >= SmallestEcKey;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    [GeneratedRegex(@"-----(BEGIN|END) CERTIFICATE-----|\s+", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Armor();
}

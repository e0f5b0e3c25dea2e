using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Kayse.WebHost.Sso.Saml;

/// <summary>
/// Our keys of a connection, the oldest first. It signs requests; assertions may be encrypted for any of them. So a key is
/// replaced without a gap: add another, wait until the identity provider has it, remove the old one.
/// </summary>
internal static class SamlKeys
{
    public const int Max = 2;

    private const int Years = 5;
    private const string Begin = "-----BEGIN CERTIFICATE-----";

    /// <summary>The certificates with their private keys.</summary>
    public static IReadOnlyList<X509Certificate2> Read(string? pem) =>
        [
            .. (pem ?? "")
                .Split(Begin, StringSplitOptions.RemoveEmptyEntries)
                .Select(part => X509Certificate2.CreateFromPem(Begin + part, part)),
        ];

    /// <summary>The keys with another one.</summary>
    public static string Add(string? pem, string entityId, DateTimeOffset now)
    {
        using var key = RSA.Create(3072);
        var name = new X500DistinguishedNameBuilder();
        name.AddCommonName(new Uri(entityId).Host);
        var request = new CertificateRequest(name.Build(), key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddYears(Years));
        return $"{pem}{certificate.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}\n";
    }

    /// <summary>The keys without the one of that fingerprint; empty when none is left.</summary>
    public static string Remove(string? pem, string fingerprint)
    {
        var parts = (pem ?? "").Split(Begin, StringSplitOptions.RemoveEmptyEntries).Select(part => Begin + part);
        return string.Concat(parts.Where(part => FingerprintOf(part) != fingerprint));
    }

    public static string FingerprintOf(X509Certificate2 certificate) => certificate.GetCertHashString(HashAlgorithmName.SHA256);

    private static string FingerprintOf(string pem)
    {
        using var certificate = X509Certificate2.CreateFromPem(pem);
        return FingerprintOf(certificate);
    }
}

using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Kayse.WebHost.Sso.Saml;

/// <summary>
/// The algorithms that may sign: RSA and ECDSA with SHA-2. What isn't listed is refused, SHA-1 and every HMAC among it.
/// </summary>
internal sealed record SignatureAlgorithm(string Uri, HashAlgorithmName Hash, bool IsRsa)
{
    private static readonly SignatureAlgorithm[] _allowed =
    [
        new("http://www.w3.org/2001/04/xmldsig-more#rsa-sha256", HashAlgorithmName.SHA256, IsRsa: true),
        new("http://www.w3.org/2001/04/xmldsig-more#rsa-sha384", HashAlgorithmName.SHA384, IsRsa: true),
        new("http://www.w3.org/2001/04/xmldsig-more#rsa-sha512", HashAlgorithmName.SHA512, IsRsa: true),
        new("http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256", HashAlgorithmName.SHA256, IsRsa: false),
        new("http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha384", HashAlgorithmName.SHA384, IsRsa: false),
        new("http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha512", HashAlgorithmName.SHA512, IsRsa: false),
    ];

    private static readonly Dictionary<string, HashAlgorithmName> _digests = new(StringComparer.Ordinal)
    {
        ["http://www.w3.org/2001/04/xmlenc#sha256"] = HashAlgorithmName.SHA256,
        ["http://www.w3.org/2001/04/xmldsig-more#sha384"] = HashAlgorithmName.SHA384,
        ["http://www.w3.org/2001/04/xmlenc#sha512"] = HashAlgorithmName.SHA512,
    };

    public static SignatureAlgorithm? Find(string? uri) => Array.Find(_allowed, algorithm => algorithm.Uri == uri);

    public static HashAlgorithmName? FindDigest(string? uri) => uri is not null && _digests.TryGetValue(uri, out var hash) ? hash : null;

    public bool Verify(X509Certificate2 certificate, byte[] signed, byte[] signature)
    {
        try
        {
            using var rsa = IsRsa ? certificate.GetRSAPublicKey() : null;
            using var ecdsa = IsRsa ? null : certificate.GetECDsaPublicKey();
            return rsa?.VerifyData(signed, signature, Hash, RSASignaturePadding.Pkcs1)
                ?? ecdsa?.VerifyData(signed, signature, Hash)
                ?? false;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}

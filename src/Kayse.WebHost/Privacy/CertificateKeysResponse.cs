using Kayse.Grains.Privacy;

namespace Kayse.WebHost.Privacy;

/// <summary>A JSON Web Key Set.</summary>
/// <param name="Keys">The keys, oldest first.</param>
internal sealed record CertificateKeysResponse(IReadOnlyList<CertificateKeyResponse> Keys);

/// <summary>A public key as a JSON Web Key.</summary>
/// <param name="Kty">The kind of key: <c>EC</c>.</param>
/// <param name="Crv">The curve: <c>P-256</c>.</param>
/// <param name="X">The point's first coordinate, in base64url.</param>
/// <param name="Y">The second.</param>
/// <param name="Kid">What certificates name the key by: its thumbprint (RFC 7638).</param>
/// <param name="Use">What it is for: <c>sig</c>.</param>
/// <param name="Alg">How it signs: <c>ES256</c>.</param>
internal sealed record CertificateKeyResponse(string Kty, string Crv, string X, string Y, string Kid, string Use, string Alg)
{
    public static CertificateKeyResponse Of(CertificateKey key) => new("EC", "P-256", key.X, key.Y, key.Id, "sig", "ES256");
}

using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Kayse.Grains.State;

namespace Kayse.Grains.Privacy;

/// <summary>The key pairs of the installation for deletion certificates.</summary>
[NoPersonalData("Keys of the installation.")]
internal sealed record CertificateKeysState
{
    /// <summary>Latest last: it signs. The others stay, so that what they have signed can be checked.</summary>
    public IReadOnlyList<StoredCertificateKey> Keys
    {
        get;
        init => field = value ?? [];
    } = [];
}

/// <summary>A key pair as it is stored.</summary>
/// <param name="Public">Its public half.</param>
/// <param name="ProtectedPrivateKey">PKCS #8, encrypted with the key ring.</param>
/// <param name="CreatedAt">When it was made.</param>
internal sealed record StoredCertificateKey(CertificateKey Public, byte[] ProtectedPrivateKey, DateTimeOffset CreatedAt)
{
    /// <summary>Describes a new key pair, whose private half is given encrypted.</summary>
    public static StoredCertificateKey Of(ECDsa pair, byte[] protectedPrivateKey, DateTimeOffset now)
    {
        var point = pair.ExportParameters(includePrivateParameters: false).Q;
        var (x, y) = (Base64Url.EncodeToString(point.X), Base64Url.EncodeToString(point.Y));
        // The members that RFC 7638 wants, in its order.
        var thumbprint = SHA256.HashData(Encoding.ASCII.GetBytes($$"""{"crv":"P-256","kty":"EC","x":"{{x}}","y":"{{y}}"}"""));
        return new(new CertificateKey(Base64Url.EncodeToString(thumbprint), x, y), protectedPrivateKey, now);
    }
}

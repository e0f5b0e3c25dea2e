using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kayse.Grains.Privacy;

/// <summary>A deletion certificate as a compact JWS (RFC 7515), signed with ES256.</summary>
public static class SignedCertificate
{
    private const string Algorithm = "ES256";
    private const string ContentType = "deletion-certificate+jwt";

    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web)
    {
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
    };

    /// <summary>Signs a certificate.</summary>
    /// <param name="certificate">What it says.</param>
    /// <param name="keyId">What the key is known by.</param>
    /// <param name="key">The private key, on P-256.</param>
    public static string Sign(DeletionCertificate certificate, string keyId, ECDsa key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var signed = $"{Encode(new Header(Algorithm, ContentType, keyId))}.{Encode(certificate)}";
        return $"{signed}.{Base64Url.EncodeToString(key.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256))}";
    }

    /// <summary>What a certificate says; null when none of the keys has signed exactly this.</summary>
    public static DeletionCertificate? Verify(string certificate, IReadOnlyList<CertificateKey> keys)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        ArgumentNullException.ThrowIfNull(keys);
        try
        {
            return
                certificate.Split('.') is [var header, var payload, var signature]
                && Decode<Header>(header) is { Alg: Algorithm, Typ: ContentType, Kid: var keyId }
                && keys.FirstOrDefault(key => key.Id == keyId) is { } key
                && IsSignedBy(key, $"{header}.{payload}", Base64Url.DecodeFromChars(signature))
                ? Decode<DeletionCertificate>(payload)
                : null;
        }
        catch (Exception exception) when (exception is FormatException or JsonException or CryptographicException)
        {
            return null;
        }
    }

    private static bool IsSignedBy(CertificateKey key, string signed, byte[] signature)
    {
        var point = new ECPoint { X = Base64Url.DecodeFromChars(key.X), Y = Base64Url.DecodeFromChars(key.Y) };
        using var verifying = ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = point });
        return verifying.VerifyData(Encoding.ASCII.GetBytes(signed), signature, HashAlgorithmName.SHA256);
    }

    private static string Encode<T>(T value) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(value, _json));

    private static T? Decode<T>(string text) => JsonSerializer.Deserialize<T>(Base64Url.DecodeFromChars(text), _json);

    // Exactly these members: a header that asks for more, such as "crit", is refused.
    [JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
    private sealed record Header(string Alg, string Typ, string Kid);
}

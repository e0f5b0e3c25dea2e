using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Kayse.WebHost.Tests.Sso.Oidc;

/// <summary>A key pair of a provider, with which tests sign whatever they like.</summary>
internal sealed class SigningKey
{
    private readonly Func<byte[], byte[]> _sign;

    private SigningKey(string algorithm, JsonObject published, Func<byte[], byte[]> sign)
    {
        Algorithm = algorithm;
        Published = published;
        _sign = sign;
    }

    public string Algorithm { get; }

    /// <summary>What stands in the provider's set of keys.</summary>
    public JsonObject Published { get; }

    public string Id => Published["kid"]!.GetValue<string>();

    public static SigningKey Rsa(string id, string algorithm = "RS256", int size = 2_048)
    {
        var rsa = RSA.Create(size);
        var numbers = rsa.ExportParameters(includePrivateParameters: false);
        var padding = algorithm[0] == 'P' ? RSASignaturePadding.Pss : RSASignaturePadding.Pkcs1;
        return new(
            algorithm,
            new JsonObject
            {
                ["kty"] = "RSA",
                ["use"] = "sig",
                ["kid"] = id,
                ["n"] = Base64Url.EncodeToString(numbers.Modulus),
                ["e"] = Base64Url.EncodeToString(numbers.Exponent),
            },
            data => rsa.SignData(data, HashOf(algorithm), padding)
        );
    }

    public static SigningKey Elliptic(string id, string algorithm = "ES256")
    {
        var (curve, name) = algorithm switch
        {
            "ES256" => (ECCurve.NamedCurves.nistP256, "P-256"),
            "ES384" => (ECCurve.NamedCurves.nistP384, "P-384"),
            _ => (ECCurve.NamedCurves.nistP521, "P-521"),
        };
        var key = ECDsa.Create(curve);
        var point = key.ExportParameters(includePrivateParameters: false).Q;
        return new(
            algorithm,
            new JsonObject
            {
                ["kty"] = "EC",
                ["crv"] = name,
                ["kid"] = id,
                ["x"] = Base64Url.EncodeToString(point.X),
                ["y"] = Base64Url.EncodeToString(point.Y),
            },
            data => key.SignData(data, HashOf(algorithm))
        );
    }

    /// <summary>A secret that is used as a key, as in the attack that makes a public key one.</summary>
    public static SigningKey Shared(string id, byte[] secret) =>
        new(
            "HS256",
            new JsonObject
            {
                ["kty"] = "oct",
                ["kid"] = id,
                ["k"] = Base64Url.EncodeToString(secret),
            },
            data => HMACSHA256.HashData(secret, data)
        );

    /// <summary>A token, of exactly these texts.</summary>
    public string Sign(string header, string claims)
    {
        var signed = $"{Encode(header)}.{Encode(claims)}";
        return $"{signed}.{Base64Url.EncodeToString(_sign(Encoding.ASCII.GetBytes(signed)))}";
    }

    public static string Encode(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));

    private static HashAlgorithmName HashOf(string algorithm) => new($"SHA{algorithm[2..]}");
}

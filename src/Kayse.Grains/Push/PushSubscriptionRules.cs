using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Kayse.Grains.Errors;
using Kayse.Grains.Tokens;

namespace Kayse.Grains.Push;

/// <summary>What a browser may say of itself to get push messages.</summary>
internal static class PushSubscriptionRules
{
    private const int PublicKeyBytes = 65;
    private const int AuthBytes = 16;

    /// <summary>The push services of Chrome, Firefox, Safari and Edge.</summary>
    private static readonly string[] _knownHosts =
    [
        "fcm.googleapis.com",
        "updates.push.services.mozilla.com",
        "*.push.apple.com",
        "*.notify.windows.com",
    ];

    /// <summary>Checks the command and answers what is kept of it; refuses <c>validation_failed</c>.</summary>
    public static (PushSubscriptionSecrets Secrets, string Name, string Service) Check(SubscribePush command, PushOptions options)
    {
        var errors = new FieldErrors();
        var endpoint = Endpoint(command.Endpoint, options);
        if (endpoint is null)
            errors.Add("endpoint", "This must be the https address of a push service that is allowed here.");
        if (!IsPublicKey(command.P256dh))
            errors.Add("keys.p256dh", "This must be the browser's P-256 public key, 65 bytes in base64url.");
        if (!IsBase64Url(command.Auth, AuthBytes, out _))
            errors.Add("keys.auth", "This must be the browser's authentication secret, 16 bytes in base64url.");
        var name = errors.Optional("name", command.Name, PushLimits.Name) ?? command.UsualName;
        errors.ThrowIfAny();
        return (new PushSubscriptionSecrets(command.Endpoint, command.P256dh, command.Auth), name, endpoint!.IdnHost);
    }

    /// <summary>The address as a push service's; null when it is none that is allowed.</summary>
    public static Uri? Endpoint(string endpoint, PushOptions options) =>
        endpoint.Length <= PushLimits.Endpoint
        && Uri.TryCreate(endpoint, UriKind.Absolute, out var url)
        && url.UserInfo.Length == 0
        && IsAllowed(url, options)
            ? url
            : null;

    public static TokenHash HashOf(string endpoint) => TokenHash.Of(Encoding.UTF8.GetBytes(endpoint));

    public static string FingerprintOf(TokenHash endpoint)
    {
        Span<byte> bytes = stackalloc byte[TokenHash.Size];
        endpoint.CopyTo(bytes);
        return Base64Url.EncodeToString(bytes);
    }

    // Another port, or no TLS, is only for a host that the operator names with its port.
    private static bool IsAllowed(Uri url, PushOptions options)
    {
        var hosts = options.Hosts.Count > 0 ? options.Hosts : _knownHosts;
        return url.IsDefaultPort && url.Scheme == Uri.UriSchemeHttps
            ? hosts.Any(allowed => Covers(allowed, url.IdnHost))
            : url.Scheme is "https" or "http" && options.Hosts.Contains(url.Authority, StringComparer.OrdinalIgnoreCase);
    }

    private static bool Covers(string allowed, string host) =>
        allowed.StartsWith("*.", StringComparison.Ordinal)
            ? host.EndsWith(allowed[1..], StringComparison.OrdinalIgnoreCase)
            : string.Equals(allowed, host, StringComparison.OrdinalIgnoreCase);

    private static bool IsPublicKey(string text)
    {
        if (!IsBase64Url(text, PublicKeyBytes, out var bytes) || bytes[0] != 4)
            return false;
        try
        {
            using var key = ECDiffieHellman.Create(
                new ECParameters
                {
                    Curve = ECCurve.NamedCurves.nistP256,
                    Q = new ECPoint { X = bytes[1..33], Y = bytes[33..] },
                }
            );
            return true;
        }
        catch (CryptographicException)
        {
            return false; // No point of the curve.
        }
    }

    private static bool IsBase64Url(string text, int length, out byte[] bytes)
    {
        bytes = [];
        if (text.Length > 2 * length || !Base64Url.IsValid(text, out var decoded) || decoded != length)
            return false;
        bytes = Base64Url.DecodeFromChars(text);
        return true;
    }
}

using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using Kayse.WebHost.Http.Callers;
using Microsoft.Extensions.Options;

namespace Kayse.WebHost.Authorization.Introspection;

/// <summary>Tells a configured client by its credentials, in a time that doesn't depend on what is wrong with them.</summary>
internal sealed class IntrospectionClients(IOptions<IntrospectionOptions> options)
{
    // What the secret of an unknown client is compared with; no secret has this hash.
    private static readonly byte[] _none = new byte[SHA256.HashSizeInBytes];

    private readonly FrozenDictionary<string, byte[]> _hashes = options.Value.Clients.ToFrozenDictionary(
        client => client.Key,
        client => SHA256.HashData(Encoding.UTF8.GetBytes(client.Value.Secret)),
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>Whether a request is from one of them.</summary>
    public bool Knows(HttpRequest request)
    {
        if (!BasicCredentials.TryRead(request, out var credentials))
            return false;
        var isKnown = _hashes.TryGetValue(credentials.UserId, out var expected);
        var given = SHA256.HashData(Encoding.UTF8.GetBytes(credentials.Password));
        return CryptographicOperations.FixedTimeEquals(given, expected ?? _none) & isKnown;
    }
}

using System.Collections.Concurrent;
using Microsoft.IdentityModel.Tokens;

namespace Kayse.WebHost.Sso.Oidc;

/// <summary>
/// What this process knows of providers: their discovery documents and keys, which are public and belong to the issuer
/// alone. Everything is asked for through the outbound guard.
/// </summary>
/// <param name="http">A client of the guard.</param>
/// <param name="clock">The time.</param>
internal sealed class OidcProviders(HttpClient http, TimeProvider clock)
{
    private const int MostProviders = 1_000;
    private readonly ConcurrentDictionary<string, OidcProvider> _providers = new(StringComparer.Ordinal);

    /// <summary>A provider, whose discovery document is at most an hour old.</summary>
    /// <param name="issuer">Its issuer.</param>
    /// <param name="anew">Whether to ask for the document even when it is known.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<OidcMetadata> FindAsync(string issuer, bool anew, CancellationToken ct) => await Of(issuer).FindAsync(anew, ct);

    /// <summary>
    /// The key that a token names. The provider is asked for its keys when it isn't among those known, at most every
    /// five minutes.
    /// </summary>
    public async Task<SecurityKey> FindKeyAsync(OidcMetadata metadata, IdToken token, CancellationToken ct) =>
        await Of(metadata.Issuer).FindKeyAsync(metadata, token, ct);

    private OidcProvider Of(string issuer)
    {
        if (_providers.Count >= MostProviders && !_providers.ContainsKey(issuer))
            _providers.Clear();
        return _providers.GetOrAdd(issuer, _ => new OidcProvider(issuer, http, clock));
    }
}

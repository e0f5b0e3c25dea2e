using Kayse.Silo.Outbound;
using Microsoft.IdentityModel.Tokens;

namespace Kayse.WebHost.Sso.Oidc;

/// <summary>What is known of one provider; it is asked by one request at a time.</summary>
internal sealed class OidcProvider(string issuer, HttpClient http, TimeProvider clock)
{
    private static readonly TimeSpan _maxAge = TimeSpan.FromHours(1);
    private static readonly TimeSpan _unknownKeyInterval = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim _asking = new(1);
    private Known<OidcMetadata>? _metadata;
    private Known<OidcSigningKeys>? _keys;

    public async Task<OidcMetadata> FindAsync(bool anew, CancellationToken ct)
    {
        await _asking.WaitAsync(ct);
        try
        {
            if (anew || !IsFresh(_metadata, _maxAge))
            {
                var document = await GetAsync(OidcMetadata.UrlFor(issuer), OidcStep.Discovery, ct);
                _metadata = new(OidcMetadata.Read(issuer, document), clock.GetUtcNow());
            }

            return _metadata!.Value;
        }
        finally
        {
            _asking.Release();
        }
    }

    public async Task<SecurityKey> FindKeyAsync(OidcMetadata metadata, IdToken token, CancellationToken ct)
    {
        await _asking.WaitAsync(ct);
        try
        {
            if (IsFresh(_keys, _maxAge) && _keys!.Value.Find(token.KeyId, token.Algorithm) is { } known)
                return known;
            if (!IsFresh(_keys, _unknownKeyInterval))
                _keys = new(OidcSigningKeys.Read(await GetAsync(metadata.JwksUri, OidcStep.Signature, ct)), clock.GetUtcNow());
            return _keys!.Value.Find(token.KeyId, token.Algorithm)
                ?? throw new OidcRefusedException(
                    OidcStep.Signature,
                    "The ID token is signed with a key that isn't among the provider's. After a change there, try again in 5 minutes."
                );
        }
        finally
        {
            _asking.Release();
        }
    }

    private async Task<byte[]> GetAsync(Uri url, OidcStep step, CancellationToken ct)
    {
        try
        {
            using var response = await http.GetAsync(url, ct);
            return response.IsSuccessStatusCode
                ? await response.Content.ReadAsByteArrayAsync(ct)
                : throw new OidcRefusedException(step, $"{url} answered with status {(int)response.StatusCode}.", "issuer");
        }
        catch (HttpRequestException failed)
        {
            throw new OidcRefusedException(step, $"{url} can't be reached. {(failed as OutboundException)?.Message}".TrimEnd(), "issuer");
        }
    }

    private bool IsFresh<T>(Known<T>? known, TimeSpan maxAge) => known is not null && clock.GetUtcNow() - known.At < maxAge;

    private sealed record Known<T>(T Value, DateTimeOffset At);
}

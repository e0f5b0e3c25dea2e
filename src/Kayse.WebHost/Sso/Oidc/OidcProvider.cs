using Microsoft.IdentityModel.Tokens;

namespace Kayse.WebHost.Sso.Oidc;

/// <summary>What is known of one provider. Those who need the same at the same time wait for one answer.</summary>
internal sealed class OidcProvider(string issuer, HttpClient http, TimeProvider clock)
{
    private static readonly TimeSpan _maxAge = TimeSpan.FromHours(1);
    private static readonly TimeSpan _unknownKeyInterval = TimeSpan.FromMinutes(5);

    private readonly Lock _gate = new();
    private Asked<OidcMetadata>? _metadata;
    private Asked<OidcSigningKeys>? _keys;

    public Task<OidcMetadata> FindAsync(bool anew, CancellationToken ct) =>
        Ask(ref _metadata, anew ? TimeSpan.Zero : _maxAge, ReadMetadataAsync).WaitAsync(ct);

    public async Task<SecurityKey> FindKeyAsync(OidcMetadata metadata, IdToken token, CancellationToken ct)
    {
        Task<OidcSigningKeys> ReadAsync() => ReadKeysAsync(metadata.JwksUri);
        var known = await Ask(ref _keys, _maxAge, ReadAsync).WaitAsync(ct);
        if (known.Find(token.KeyId, token.Algorithm) is { } key)
            return key;
        var read = await Ask(ref _keys, _unknownKeyInterval, ReadAsync).WaitAsync(ct);
        return read.Find(token.KeyId, token.Algorithm)
            ?? throw new OidcRefusedException(
                OidcStep.Signature,
                "The ID token is signed with a key that isn't among the provider's. After a change there, try again in 5 minutes."
            );
    }

    // What failed is no answer to keep.
    private Task<T> Ask<T>(ref Asked<T>? known, TimeSpan maxAge, Func<Task<T>> ask)
    {
        lock (_gate)
        {
            var now = clock.GetUtcNow();
            if (known is null || known.Answer is { IsCompleted: true, IsCompletedSuccessfully: false } || now - known.At >= maxAge)
                known = new Asked<T>(ask(), now);
            return known.Answer;
        }
    }

    private async Task<OidcMetadata> ReadMetadataAsync() =>
        OidcMetadata.Read(issuer, await GetAsync(OidcMetadata.UrlFor(issuer), OidcStep.Discovery));

    private async Task<OidcSigningKeys> ReadKeysAsync(Uri url) => OidcSigningKeys.Read(await GetAsync(url, OidcStep.Signature));

    // For everybody who waits: it ends by the guard's own limit, not when one of them goes away.
    private async Task<byte[]> GetAsync(Uri url, OidcStep step)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        var (status, body) = await OidcHttp.AskAsync(http, request, step, CancellationToken.None);
        return OidcHttp.IsSuccess(status)
            ? body
            : throw new OidcRefusedException(step, $"{url} answered with status {status}.", "issuer");
    }

    private sealed record Asked<T>(Task<T> Answer, DateTimeOffset At);
}

using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Caching.Memory;

namespace Kayse.Client;

/// <summary>
/// Asks Kayse about tokens. Keeps answers only where the options allow staleness: by the token's hash, so many at most,
/// never a refusal or a failure, and never longer than the session lasts.
/// </summary>
internal sealed class SessionChecks(IHttpClientFactory http, TimeProvider clock) : IDisposable
{
    private readonly ConcurrentDictionary<string, MemoryCache> _kept = new(StringComparer.Ordinal);

    /// <summary>The name of the HTTP client of a scheme.</summary>
    public static string HttpClientNameOf(string scheme) => $"Kayse.Authentication.{scheme}";

    public Task<KayseSession> CheckAsync(string scheme, KayseAuthenticationOptions options, string token, CancellationToken ct) =>
        options.MaximumStaleness > TimeSpan.Zero ? CheckKeptAsync(scheme, options, token, ct) : AskAsync(scheme, token, ct);

    public void Dispose()
    {
        foreach (var kept in _kept.Values)
            kept.Dispose();
    }

    private Task<KayseSession> AskAsync(string scheme, string token, CancellationToken ct) =>
        new KayseCalls(http, HttpClientNameOf(scheme), token).GetAsync<KayseSession>("session", ct);

    private async Task<KayseSession> CheckKeptAsync(string scheme, KayseAuthenticationOptions options, string token, CancellationToken ct)
    {
        var kept = _kept.GetOrAdd(
            scheme,
            static (_, limit) => new MemoryCache(new MemoryCacheOptions { SizeLimit = limit }),
            options.MaximumKeptAnswers
        );
        var key = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
        if (kept.TryGetValue(key, out Answer? answer) && IsFresh(answer!, options.MaximumStaleness))
            return answer!.Session;
        var askedAt = clock.GetTimestamp(); // Before asking: from then on the answer may be out of date.
        var session = await AskAsync(scheme, token, ct).ConfigureAwait(false);
        kept.Set(
            key,
            new Answer(session, askedAt),
            new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = options.MaximumStaleness }
        );
        return session;
    }

    private bool IsFresh(Answer answer, TimeSpan maximumStaleness) =>
        clock.GetElapsedTime(answer.AskedAt) < maximumStaleness && !(clock.GetUtcNow() >= answer.Session.ExpiresAt);

    private sealed record Answer(KayseSession Session, long AskedAt);
}

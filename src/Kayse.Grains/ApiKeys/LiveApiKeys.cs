using System.Collections.Concurrent;
using Kayse.Grains.State;
using Kayse.Grains.Tokens;
using Microsoft.Extensions.Options;

namespace Kayse.Grains.ApiKeys;

/// <summary>
/// The API keys that are activated in this silo, for requests to look at without a grain call; as
/// <see cref="Sessions.LiveSessions"/>.
/// </summary>
public sealed class LiveApiKeys(IGrainFactory grains, IOptions<ApiKeyOptions> options, TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, LiveApiKeyEntry> _entries = new(StringComparer.Ordinal);

    internal IEnumerable<LiveApiKeyEntry> Entries => _entries.Values;

    /// <summary>
    /// Whether a secret opens anything by the key of this id; counts against the key's rate. Completes at once when the
    /// key is here.
    /// </summary>
    public ValueTask<ApiKeyCheck> CheckAsync(string keyId, TokenHash secret) =>
        _entries.TryGetValue(keyId, out var entry)
        && entry.TryCheck(secret, options.Value.RequestsPerMinute, clock.GetUtcNow(), out var check)
            ? new(check)
            : RepeatedChecks.AskAsync(
                (grains, keyId, secret),
                call => call.grains.GetGrain<IApiKeyGrain>(call.keyId).CheckAsync(call.secret)
            );

    /// <summary>The same for the key's grain, of its own entry.</summary>
    internal ValueTask<ApiKeyCheck> CheckAsync(LiveApiKeyEntry entry, TokenHash secret)
    {
        entry.TryCheck(secret, options.Value.RequestsPerMinute, clock.GetUtcNow(), out var check);
        return new(check);
    }

    /// <summary>Adds a key that has just been activated.</summary>
    internal void Add(LiveApiKeyEntry entry) => _entries[entry.Id] = entry;

    /// <summary>
    /// Takes a key away: from now on requests ask its grain. Without effect on another entry of the same key.
    /// </summary>
    internal void Withdraw(LiveApiKeyEntry entry)
    {
        entry.State = null;
        _entries.TryRemove(KeyValuePair.Create(entry.Id, entry));
    }
}

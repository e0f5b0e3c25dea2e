using Kayse.Grains.Members;
using Orleans.Concurrency;

namespace Kayse.Grains.ApiKeys;

/// <summary>
/// The API keys of a person, keyed by user id.
/// </summary>
[Alias("kayse.user-api-keys")]
public interface IApiKeysGrain : IGrainWithStringKey
{
    /// <summary>The keys that have not been revoked, latest first.</summary>
    [ReadOnly, Alias("list-api-keys")]
    Task<IReadOnlyList<ApiKeyView>> ListApiKeysAsync();

    /// <summary>
    /// Makes a key for <paramref name="companyId"/>. Refuses bad fields, <c>not_found</c> when the person is no active
    /// member there, and <c>api_key_limit_reached</c>. Repeated it gives the same key with another secret.
    /// </summary>
    [Alias("create-api-key")]
    Task<IssuedApiKey> CreateApiKeyAsync(Actor actor, string companyId, CreateApiKey command);

    /// <summary>Gives a key another secret; the old one opens nothing from then on. Refuses <c>not_found</c>.</summary>
    [Alias("regenerate-api-key")]
    Task<IssuedApiKey> RegenerateApiKeyAsync(Actor actor, string keyId);

    /// <summary>Ends a key for good; the next request with it is refused. Refuses <c>not_found</c>.</summary>
    [Alias("revoke-api-key")]
    Task RevokeApiKeyAsync(Actor actor, string keyId);
}

namespace Kayse.Client;

/// <summary>The person of the session.</summary>
public interface IMeApi
{
    /// <summary>Their profile.</summary>
    Task<Profile> GetAsync(CancellationToken cancellationToken = default);

    /// <summary>Their own API keys, page by page as they are read.</summary>
    IAsyncEnumerable<ApiKey> ListApiKeysAsync(CancellationToken cancellationToken = default);

    /// <summary>Creates an API key that acts for them in the active company; needs step-up. Not sent again when no
    /// answer came: look in the list.</summary>
    Task<ApiKey> CreateApiKeyAsync(NewApiKey key, CancellationToken cancellationToken = default);

    /// <summary>Gives a key another secret; the old one stops working at once. Needs step-up.</summary>
    Task<ApiKey> RegenerateApiKeyAsync(string keyId, CancellationToken cancellationToken = default);

    /// <summary>Ends a key for good. Needs step-up.</summary>
    Task RevokeApiKeyAsync(string keyId, CancellationToken cancellationToken = default);
}

internal sealed class MeApi(KayseCalls calls) : IMeApi
{
    public Task<Profile> GetAsync(CancellationToken cancellationToken = default) => calls.GetAsync<Profile>("me", cancellationToken);

    public IAsyncEnumerable<ApiKey> ListApiKeysAsync(CancellationToken cancellationToken = default) =>
        calls.ListAsync<ApiKey>("me/api-keys", cancellationToken);

    public Task<ApiKey> CreateApiKeyAsync(NewApiKey key, CancellationToken cancellationToken = default) =>
        calls.PostAsync<ApiKey>("me/api-keys", key, cancellationToken);

    public Task<ApiKey> RegenerateApiKeyAsync(string keyId, CancellationToken cancellationToken = default) =>
        calls.PostAsync<ApiKey>(KaysePath.Of($"me/api-keys/{keyId}/regenerate"), body: null, cancellationToken);

    public Task RevokeApiKeyAsync(string keyId, CancellationToken cancellationToken = default) =>
        calls.DeleteAsync(KaysePath.Of($"me/api-keys/{keyId}"), cancellationToken);
}

using System.Globalization;

namespace Kayse.Client;

/// <summary>
/// The API keys that belong to a company rather than to a person. For Admins; what changes something needs step-up.
/// </summary>
public interface IServiceKeysApi
{
    /// <summary>Latest first, page by page as they are read.</summary>
    IAsyncEnumerable<ServiceKey> ListAsync(CancellationToken cancellationToken = default);

    /// <summary>Creates one. Not sent again when no answer came: look in the list.</summary>
    Task<ServiceKey> CreateAsync(NewApiKey key, CancellationToken cancellationToken = default);

    /// <summary>Gives a key another secret.</summary>
    /// <param name="keyId">The key.</param>
    /// <param name="overlapHours">For how long the old one keeps working: 0 to 168; null: 24.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<ServiceKey> RotateAsync(string keyId, int? overlapHours = null, CancellationToken cancellationToken = default);

    /// <summary>Ends the overlap of a rotation: the old secret stops working at once. May be repeated.</summary>
    Task EndOverlapAsync(string keyId, CancellationToken cancellationToken = default);

    /// <summary>Ends a key for good.</summary>
    Task RevokeAsync(string keyId, CancellationToken cancellationToken = default);
}

/// <summary>An API key of a company.</summary>
public sealed record ServiceKey
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>How it begins.</summary>
    public required string Prefix { get; init; }

    /// <summary>The company that owns it.</summary>
    public required string CompanyId { get; init; }

    /// <summary>What it may be used for, of <see cref="ApiKeyPermissions"/>.</summary>
    public required IReadOnlyList<string> Permissions { get; init; }

    /// <summary>The name of who created it; null once they are no member any more.</summary>
    public string? CreatedBy { get; init; }

    /// <summary>When it was created.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>From when on it is refused; null: never.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>When it was last used; null: never.</summary>
    public DateTimeOffset? LastUsedAt { get; init; }

    /// <summary>Until when the secret before the last rotation works too; null when it doesn't.</summary>
    public DateTimeOffset? PreviousKeyUntil { get; init; }

    /// <summary>The whole key, when it was just created or rotated; null otherwise.</summary>
    public string? Key { get; init; }

    /// <summary>Leaves the key out.</summary>
    public override string ToString() => $"{nameof(ServiceKey)} {Prefix}";
}

internal sealed class ServiceKeysApi(KayseCalls calls, string companyId) : IServiceKeysApi
{
    private readonly string _base = KaysePath.Of($"companies/{companyId}/service-keys");

    public IAsyncEnumerable<ServiceKey> ListAsync(CancellationToken cancellationToken = default) =>
        calls.ListAsync<ServiceKey>(_base, cancellationToken);

    public Task<ServiceKey> CreateAsync(NewApiKey key, CancellationToken cancellationToken = default) =>
        calls.PostAsync<ServiceKey>(_base, key, cancellationToken);

    public Task<ServiceKey> RotateAsync(string keyId, int? overlapHours = null, CancellationToken cancellationToken = default) =>
        calls.PostAsync<ServiceKey>(
            $"{Path(keyId)}/rotate".WithQuery(("overlapHours", overlapHours?.ToString(CultureInfo.InvariantCulture))),
            body: null,
            cancellationToken
        );

    public Task EndOverlapAsync(string keyId, CancellationToken cancellationToken = default) =>
        calls.PostAsync($"{Path(keyId)}/end-overlap", body: null, cancellationToken);

    public Task RevokeAsync(string keyId, CancellationToken cancellationToken = default) =>
        calls.DeleteAsync(Path(keyId), cancellationToken);

    private string Path(string keyId) => KaysePath.Of($"companies/{companyId}/service-keys/{keyId}");
}

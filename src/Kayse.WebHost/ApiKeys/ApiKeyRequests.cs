using Kayse.Grains.ApiKeys;

namespace Kayse.WebHost.ApiKeys;

/// <summary>Creates an API key.</summary>
internal sealed class CreateApiKeyRequest
{
    /// <summary>The name of the key, 1 to 100 characters.</summary>
    public required string Name { get; init; }

    /// <summary>
    /// <c>read</c>, <c>write</c>, <c>delete</c> or <c>admin</c>, which includes the others.
    /// </summary>
    public required IReadOnlyList<ApiKeyPermissions> Permissions { get; init; }

    /// <summary>When the key expires; null for never.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    public CreateApiKey ToCommand(string keyId) =>
        new(keyId, Name, Permissions.Aggregate(ApiKeyPermissions.None, (all, one) => all | one), ExpiresAt);
}

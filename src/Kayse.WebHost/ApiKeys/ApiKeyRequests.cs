using Kayse.Grains.ApiKeys;

namespace Kayse.WebHost.ApiKeys;

/// <summary>Makes an API key.</summary>
internal sealed class CreateApiKeyRequest
{
    /// <summary>What it is called; 1 to 100 characters.</summary>
    public required string Name { get; init; }

    /// <summary>
    /// What it may be used for: <c>read</c>, <c>write</c>, <c>delete</c>, <c>admin</c>, which brings the others.
    /// </summary>
    public required IReadOnlyList<ApiKeyPermissions> Permissions { get; init; }

    /// <summary>From when on it opens nothing; null: never.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    public CreateApiKey ToCommand(string keyId) =>
        new(keyId, Name, Permissions.Aggregate(ApiKeyPermissions.None, (all, one) => all | one), ExpiresAt);
}

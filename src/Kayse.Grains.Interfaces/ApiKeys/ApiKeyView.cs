namespace Kayse.Grains.ApiKeys;

/// <summary>A key as its person sees it.</summary>
/// <param name="Id">The key's id.</param>
/// <param name="Name">What they call it.</param>
/// <param name="CompanyId">The company in which it acts.</param>
/// <param name="Permissions">What it may be used for.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="ExpiresAt">From when on it opens nothing; null: never.</param>
/// <param name="LastUsedAt">When it was last used, to the hour after a restart; null when it never was.</param>
[GenerateSerializer, Immutable, Alias("kayse.api-key-view")]
public sealed record ApiKeyView(
    [property: Id(0)] string Id,
    [property: Id(1)] string Name,
    [property: Id(2)] string CompanyId,
    [property: Id(3)] ApiKeyPermissions Permissions,
    [property: Id(4)] DateTimeOffset CreatedAt,
    [property: Id(5)] DateTimeOffset? ExpiresAt,
    [property: Id(6)] DateTimeOffset? LastUsedAt
);

/// <summary>A key that was just made, or got another secret.</summary>
/// <param name="Key">The whole key; exists nowhere else.</param>
/// <param name="View">What is kept of it.</param>
[GenerateSerializer, Immutable, Alias("kayse.issued-api-key")]
public sealed record IssuedApiKey([property: Id(0)] string Key, [property: Id(1)] ApiKeyView View)
{
    /// <summary>Leaves the key out.</summary>
    public override string ToString() => $"{nameof(IssuedApiKey)} {View.Id}";
}

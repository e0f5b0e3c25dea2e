using System.Text.Json.Serialization;
using Kayse.Grains.ApiKeys;

namespace Kayse.WebHost.ApiKeys;

/// <summary>An API key.</summary>
/// <param name="Id">The key's id.</param>
/// <param name="Name">The name of the key.</param>
/// <param name="Prefix">The first characters of the key.</param>
/// <param name="CompanyId">The company that the key acts in.</param>
/// <param name="Permissions">What the key may be used for.</param>
/// <param name="CreatedAt">When it was created.</param>
/// <param name="ExpiresAt">When the key expires; null for never.</param>
/// <param name="LastUsedAt">When it was last used, to the hour; null if never.</param>
internal sealed record ApiKeyResponse(
    string Id,
    string Name,
    string Prefix,
    string CompanyId,
    IReadOnlyList<ApiKeyPermissions> Permissions,
    DateTimeOffset CreatedAt,
    DateTimeOffset? ExpiresAt,
    DateTimeOffset? LastUsedAt
)
{
    private static readonly ApiKeyPermissions[] _each =
    [
        .. Enum.GetValues<ApiKeyPermissions>().Where(permission => permission != ApiKeyPermissions.None),
    ];

    /// <summary>The full key. Returned only once; absent in lists.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Key { get; init; }

    public static ApiKeyResponse Of(ApiKeyView key) =>
        new(
            key.Id,
            key.Name,
            ApiKeyToken.PrefixOf(key.Id),
            key.CompanyId,
            Each(key.Permissions),
            key.CreatedAt,
            key.ExpiresAt,
            key.LastUsedAt
        );

    public static IReadOnlyList<ApiKeyPermissions> Each(ApiKeyPermissions permissions) =>
        [.. _each.Where(permission => permissions.HasFlag(permission))];

    public static ApiKeyResponse Of(IssuedApiKey issued) => Of(issued.View) with { Key = issued.Key };
}

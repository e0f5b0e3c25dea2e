using System.Text.Json.Serialization;
using Kayse.Grains.ApiKeys;

namespace Kayse.WebHost.ApiKeys;

/// <summary>An API key.</summary>
/// <param name="Id">The key's id.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Prefix">How the key begins.</param>
/// <param name="CompanyId">The company in which it acts.</param>
/// <param name="Permissions">What it may be used for.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="ExpiresAt">From when on it opens nothing; null: never.</param>
/// <param name="LastUsedAt">When it was last used, to the hour; null when it never was.</param>
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

    /// <summary>The whole key. It is shown here only; absent where the key is listed.</summary>
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

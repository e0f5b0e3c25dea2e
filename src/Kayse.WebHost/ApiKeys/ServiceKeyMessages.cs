using System.Globalization;
using System.Text.Json.Serialization;
using Kayse.Grains.ApiKeys;
using Kayse.Grains.Errors;
using Kayse.WebHost.Http.Problems;

namespace Kayse.WebHost.ApiKeys;

/// <summary>
/// For how long the old key keeps working. A text, so that a bad one is a problem that names the field.
/// </summary>
/// <param name="OverlapHours">0 to 168, by default 24.</param>
internal sealed record RotationQuery(string? OverlapHours)
{
    private const int DefaultHours = 24;
    private const int MaxHours = 168;

    public TimeSpan ToOverlap()
    {
        var hours = DefaultHours;
        if (
            OverlapHours is not null
            && (!int.TryParse(OverlapHours, NumberStyles.None, CultureInfo.InvariantCulture, out hours) || hours > MaxHours)
        )
            throw new RefusedException(HttpErrors.Field("overlapHours", "This must be a number from 0 to 168."));
        return TimeSpan.FromHours(hours);
    }
}

/// <summary>A service key.</summary>
/// <param name="Id">The key's id.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Prefix">How the key begins.</param>
/// <param name="CompanyId">The company that owns it.</param>
/// <param name="Permissions">What it may be used for.</param>
/// <param name="CreatedBy">The name of who created it; null once they are no member any more.</param>
/// <param name="CreatedAt">When it was created.</param>
/// <param name="ExpiresAt">From when on it is refused; null: never.</param>
/// <param name="LastUsedAt">When it was last used, to the hour; null: never.</param>
/// <param name="PreviousKeyUntil">Until when the key before the last rotation works too; null when it doesn't.</param>
internal sealed record ServiceKeyResponse(
    string Id,
    string Name,
    string Prefix,
    string CompanyId,
    IReadOnlyList<ApiKeyPermissions> Permissions,
    string? CreatedBy,
    DateTimeOffset CreatedAt,
    DateTimeOffset? ExpiresAt,
    DateTimeOffset? LastUsedAt,
    DateTimeOffset? PreviousKeyUntil
)
{
    /// <summary>The whole key. It is shown here only; absent where the key is listed.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Key { get; init; }

    public static ServiceKeyResponse Of(ServiceKeyView key) =>
        new(
            key.Id,
            key.Name,
            ApiKeyToken.PrefixOf(key.Id),
            key.CompanyId,
            ApiKeyResponse.Each(key.Permissions),
            key.CreatedBy,
            key.CreatedAt,
            key.ExpiresAt,
            key.LastUsedAt,
            key.PreviousKeyUntil
        );

    public static ServiceKeyResponse Of(IssuedServiceKey issued) => Of(issued.View) with { Key = issued.Key };
}

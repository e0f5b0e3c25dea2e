namespace Kayse.Grains.ApiKeys;

/// <summary>A service key as the company's admins see it.</summary>
/// <param name="Id">The key's id.</param>
/// <param name="Name">What they call it.</param>
/// <param name="CompanyId">The company that owns it.</param>
/// <param name="Permissions">What it may be used for.</param>
/// <param name="CreatedBy">The name of who created it; null once they are no member any more.</param>
/// <param name="CreatedAt">When it was created.</param>
/// <param name="ExpiresAt">From when on it is refused; null: never.</param>
/// <param name="LastUsedAt">When it was last used, to the hour after a restart; null: never.</param>
/// <param name="PreviousKeyUntil">Until when the key before the last rotation works too; null when it doesn't.</param>
[GenerateSerializer, Immutable, Alias("kayse.service-key-view")]
public sealed record ServiceKeyView(
    [property: Id(0)] string Id,
    [property: Id(1)] string Name,
    [property: Id(2)] string CompanyId,
    [property: Id(3)] ApiKeyPermissions Permissions,
    [property: Id(4)] string? CreatedBy,
    [property: Id(5)] DateTimeOffset CreatedAt,
    [property: Id(6)] DateTimeOffset? ExpiresAt,
    [property: Id(7)] DateTimeOffset? LastUsedAt,
    [property: Id(8)] DateTimeOffset? PreviousKeyUntil
);

/// <summary>A service key that was just created or rotated.</summary>
/// <param name="Key">The whole key; exists nowhere else.</param>
/// <param name="View">What is kept of it.</param>
[GenerateSerializer, Immutable, Alias("kayse.issued-service-key")]
public sealed record IssuedServiceKey([property: Id(0)] string Key, [property: Id(1)] ServiceKeyView View)
{
    /// <summary>Leaves the key out.</summary>
    public override string ToString() => $"{nameof(IssuedServiceKey)} {View.Id}";
}

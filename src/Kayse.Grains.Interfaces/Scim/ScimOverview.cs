using Kayse.Grains.Members;

namespace Kayse.Grains.Scim;

/// <summary>How a company is connected to its identity provider by SCIM.</summary>
/// <param name="Tokens">The tokens, latest first; expired ones too.</param>
/// <param name="Users">How many people the identity provider has sent.</param>
/// <param name="Groups">How many groups.</param>
[GenerateSerializer, Immutable, Alias("kayse.scim-overview")]
public sealed record ScimOverview(
    [property: Id(0)] IReadOnlyList<ScimTokenView> Tokens,
    [property: Id(1)] int Users,
    [property: Id(2)] int Groups
)
{
    /// <summary>Since when the brake is on; null while it is off.</summary>
    [Id(3)]
    public DateTimeOffset? BrakedAt { get; init; }

    /// <summary>Until when a release of the brake holds; null when none does.</summary>
    [Id(4)]
    public DateTimeOffset? ReleasedUntil { get; init; }
}

/// <summary>A token, without its text.</summary>
/// <param name="Id">Its id, which is no secret.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="ExpiresAt">From when on it is refused.</param>
/// <param name="LastUsedAt">When it was last used, to a quarter of an hour; null when it never was.</param>
[GenerateSerializer, Immutable, Alias("kayse.scim-token-view")]
public sealed record ScimTokenView(
    [property: Id(0)] string Id,
    [property: Id(1)] DateTimeOffset CreatedAt,
    [property: Id(2)] DateTimeOffset ExpiresAt,
    [property: Id(3)] DateTimeOffset? LastUsedAt
);

/// <summary>Makes a token.</summary>
/// <param name="TokenId">The id that it gets; a repetition has the same and gets another text.</param>
/// <param name="ExpiresAt">From when on it is refused, at most two years from now; null: in a year.</param>
[GenerateSerializer, Immutable, Alias("kayse.create-scim-token")]
public sealed record CreateScimToken([property: Id(0)] string TokenId, [property: Id(1)] DateTimeOffset? ExpiresAt);

/// <summary>A token with its text, which is shown once.</summary>
/// <param name="Token">The text.</param>
/// <param name="View">The rest.</param>
[GenerateSerializer, Immutable, Alias("kayse.issued-scim-token")]
public sealed record IssuedScimToken([property: Id(0)] string Token, [property: Id(1)] ScimTokenView View)
{
    /// <summary>Leaves the text out.</summary>
    public override string ToString() => nameof(IssuedScimToken);
}

/// <summary>Who holds a token that was right.</summary>
/// <param name="TokenId">The token's id.</param>
[GenerateSerializer, Immutable, Alias("kayse.scim-token-holder")]
public sealed record ScimTokenHolder([property: Id(0)] string TokenId);

/// <summary>A group with what it gives its members.</summary>
/// <param name="GroupId">The group.</param>
/// <param name="DisplayName">Its name at the identity provider.</param>
/// <param name="Members">How many are in it.</param>
/// <param name="Access">What it gives; null: nothing, as if it weren't there.</param>
[GenerateSerializer, Immutable, Alias("kayse.scim-group-mapping")]
public sealed record ScimGroupMapping(
    [property: Id(0)] string GroupId,
    [property: Id(1)] string DisplayName,
    [property: Id(2)] int Members,
    [property: Id(3)] ProvisionedAccess? Access
);

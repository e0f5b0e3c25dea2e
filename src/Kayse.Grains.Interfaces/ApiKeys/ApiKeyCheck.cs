using Kayse.Grains.Sessions;

namespace Kayse.Grains.ApiKeys;

/// <summary>The answer to "does this key open anything?". A struct, because it is made on every request.</summary>
/// <param name="Principal">Who the key acts as; null when it opens nothing.</param>
/// <param name="Permissions">What it may be used for.</param>
/// <param name="ExpiresAt">From when on it opens nothing; null: never.</param>
/// <param name="Limit">How many requests it has a minute.</param>
/// <param name="Remaining">How many of them are left after this one; negative when this one was too many.</param>
/// <param name="ResetSeconds">In how many seconds it has them all again.</param>
[GenerateSerializer, Immutable, Alias("kayse.api-key-check")]
public readonly record struct ApiKeyCheck(
    [property: Id(0)] SessionPrincipal? Principal,
    [property: Id(1)] ApiKeyPermissions Permissions,
    [property: Id(2)] DateTimeOffset? ExpiresAt,
    [property: Id(3)] int Limit,
    [property: Id(4)] int Remaining,
    [property: Id(5)] int ResetSeconds
);

using Kayse.Grains.Members;
using Kayse.Grains.Sessions;
using Kayse.Grains.Tokens;

namespace Kayse.Grains.ApiKeys;

/// <summary>Makes an API key for a person, in the company in which they work now.</summary>
/// <param name="KeyId">The id that it gets; a command that is repeated has the same.</param>
/// <param name="Name">What the person calls it; 1 to 100 characters.</param>
/// <param name="Permissions">What it may be used for; at least one.</param>
/// <param name="ExpiresAt">From when on it opens nothing; null: never.</param>
[GenerateSerializer, Immutable, Alias("kayse.create-api-key")]
public sealed record CreateApiKey(
    [property: Id(0)] string KeyId,
    [property: Id(1)] string? Name,
    [property: Id(2)] ApiKeyPermissions Permissions,
    [property: Id(3)] DateTimeOffset? ExpiresAt
);

/// <summary>Starts a key; given by the user grain only.</summary>
/// <param name="Secret">The hash of its secret.</param>
/// <param name="Key">What was asked for.</param>
/// <param name="Principal">Who it acts as.</param>
/// <param name="Actor">By whose command.</param>
[GenerateSerializer, Immutable, Alias("kayse.start-api-key")]
public sealed record StartApiKey(
    [property: Id(0)] TokenHash Secret,
    [property: Id(1)] CreateApiKey Key,
    [property: Id(2)] SessionPrincipal Principal,
    [property: Id(3)] Actor Actor
);

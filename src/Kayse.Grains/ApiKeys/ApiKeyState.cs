using Kayse.Grains.Audit;
using Kayse.Grains.Sessions;
using Kayse.Grains.Tokens;

namespace Kayse.Grains.ApiKeys;

internal sealed record ApiKeyState
{
    /// <summary>The hash of the secret; none when there is no such key, or none any more.</summary>
    public TokenHash Secret { get; init; }

    public string Name { get; init; } = "";

    /// <summary>Null when there is no such key, or none any more.</summary>
    public SessionPrincipal? Principal { get; init; }

    public ApiKeyPermissions Permissions { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Null: never.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>
    /// As of the last write; a later use may be noted in its shard of <see cref="ISessionUsesGrain"/>.
    /// </summary>
    public DateTimeOffset? LastUsedAt { get; init; }

    /// <summary>The hash of the secret before the last rotation of a service key; none when it doesn't work.</summary>
    public TokenHash PreviousSecret { get; init; }

    /// <summary>From when on the secret before is refused.</summary>
    public DateTimeOffset? PreviousUntil { get; init; }

    /// <summary>The user id of who created a service key; null for a person's own key.</summary>
    public string? CreatedBy { get; init; }

    /// <summary>What the company's log has not been told yet.</summary>
    public IReadOnlyList<AuditRecord> Announcing { get; init; } = [];
}

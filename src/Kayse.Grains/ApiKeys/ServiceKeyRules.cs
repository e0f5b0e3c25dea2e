using Kayse.Grains.Audit;
using Kayse.Grains.Errors;
using Kayse.Grains.Members;
using Kayse.Grains.Sessions;
using Kayse.Grains.Tokens;

namespace Kayse.Grains.ApiKeys;

/// <summary>
/// The keys that belong to a company: what they may do, who may make them, and how one secret follows another.
/// </summary>
internal static class ServiceKeyRules
{
    /// <summary>How many a company may have.</summary>
    public const int MaxKeys = 50;

    /// <summary>How long two secrets of a key may work side by side.</summary>
    public static readonly TimeSpan LongestOverlap = TimeSpan.FromDays(7);

    /// <summary>Only somebody who has just proved who they are; no program makes or ends keys.</summary>
    public static void EnsureProved(Actor actor)
    {
        if (actor.Key is not null)
            throw new RefusedException(ApiKeyErrors.NotAllowed);
        if (!actor.IsProved)
            throw new RefusedException(SessionErrors.StepUpRequired);
    }

    public static void EnsureOverlap(TimeSpan overlap)
    {
        if (overlap >= TimeSpan.Zero && overlap <= LongestOverlap)
            return;
        var errors = new FieldErrors();
        errors.Add("overlapHours", "This must be between 0 and 168.");
        errors.ThrowIfAny();
    }

    /// <summary>The key as the company's rules know whoever acts; refuses one that the company doesn't have.</summary>
    public static MemberRecord Acting(IReadOnlyList<HeldServiceKey> keys, Actor actor) =>
        keys.FirstOrDefault(key => key.Id == actor.UserId) is { } held
            ? new MemberRecord
            {
                UserId = held.Id,
                FullName = held.Name,
                Email = "",
                Access = new AccessGrant
                {
                    Role = Role.Admin,
                    CaseAccess = AccessMode.All,
                    AgentAccess = AccessMode.All,
                },
            }
            : throw new RefusedException(GeneralErrors.NotFound);

    /// <summary>Who a key acts as: an Admin of the company, whoever created it.</summary>
    public static SessionPrincipal PrincipalOf(HeldServiceKey key, string companyId, string companyName) =>
        new(key.Id, key.Name, "", companyId, companyName, Role.Admin, Permissions.Of(Role.Admin), CaseTypes: null)
        {
            AgentAccess = AccessMode.All,
            IsServiceKey = true,
        };

    public static ApiKeyState Start(StartServiceKey command, DateTimeOffset now) =>
        new()
        {
            Secret = command.Secret,
            Name = command.Key.Name!,
            Principal = command.Principal,
            Permissions = command.Key.Permissions,
            CreatedAt = now,
            ExpiresAt = command.Key.ExpiresAt,
            CreatedBy = command.CreatedBy,
        };

    /// <summary>The newest two secrets work, the older of them for a while.</summary>
    public static ApiKeyState Rotate(ApiKeyState key, TokenHash secret, DateTimeOffset previousUntil) =>
        key with
        {
            Secret = secret,
            PreviousSecret = key.Secret,
            PreviousUntil = previousUntil,
        };

    public static ApiKeyState EndOverlap(ApiKeyState key) => key with { PreviousSecret = default, PreviousUntil = null };

    public static IReadOnlyList<AuditChange> Differences(CreateApiKey? before, CreateApiKey? after) =>
        new AuditDiff<CreateApiKey>(before, after)
            .Text("name", key => key.Name)
            .Texts("permissions", key => ApiKeyRules.Words(key.Permissions))
            .Time("expiresAt", key => key.ExpiresAt)
            .Changes;
}

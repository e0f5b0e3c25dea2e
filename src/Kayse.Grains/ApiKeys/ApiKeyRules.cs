using Kayse.Grains.Audit;
using Kayse.Grains.Errors;
using Kayse.Grains.Members;
using Kayse.Grains.Sessions;
using Kayse.Grains.Tokens;

namespace Kayse.Grains.ApiKeys;

internal static class ApiKeyRules
{
    /// <summary>
    /// How long the last use of a key that was in memory when its silo stopped is known. A key that leaves memory
    /// otherwise keeps it itself.
    /// </summary>
    public static readonly TimeSpan LastUseKept = TimeSpan.FromDays(30);

    /// <summary>What was asked for, checked and in the form in which it is kept.</summary>
    public static CreateApiKey Check(CreateApiKey command, DateTimeOffset now)
    {
        var errors = new FieldErrors();
        var name = errors.Required("name", command.Name, FieldLimits.ApiKeyName);
        if (command.Permissions == ApiKeyPermissions.None)
            errors.Add("permissions", "Choose at least one permission.");
        if (command.ExpiresAt <= now)
            errors.Add("expiresAt", "This must be in the future.");
        errors.ThrowIfAny();
        return command with { Name = name };
    }

    /// <summary>Whether the key opens anything at an instant.</summary>
    public static bool IsLive(ApiKeyState key, DateTimeOffset now) => key.Principal is not null && !(now >= key.ExpiresAt);

    /// <summary>Whether the secret opens the key at an instant.</summary>
    public static bool Opens(ApiKeyState key, TokenHash secret, DateTimeOffset now) =>
        IsLive(key, now) && (key.Secret.Matches(secret) || (now < key.PreviousUntil && key.PreviousSecret.Matches(secret)));

    public static AuditRecord Record(
        string action,
        string keyId,
        ApiKeyState key,
        Actor? actor,
        IReadOnlyList<AuditChange> changes,
        TimeProvider clock
    ) =>
        new(
            EntityId.New(clock),
            clock.GetUtcNow(),
            actor is null ? AuditActor.Nobody : new AuditActor(actor.UserId, key.Principal!.FullName),
            action,
            new AuditTarget(AuditTargetKinds.ApiKey, keyId, key.Name),
            changes,
            actor?.IpAddress,
            actor?.SessionId,
            key.Principal!.CompanyId
        );

    public static IReadOnlyList<AuditChange> Differences(ApiKeyState? before, ApiKeyState? after) =>
        new AuditDiff<ApiKeyState>(before, after)
            .Text("name", key => key.Name)
            .Texts("permissions", key => Words(key.Permissions))
            .Time("expiresAt", key => key.ExpiresAt)
            .Text("userId", key => key.Principal?.UserId)
            .Changes;

    public static IReadOnlyList<string> Words(ApiKeyPermissions permissions) =>
        [
            .. Enum.GetValues<ApiKeyPermissions>()
                .Where(one => one != ApiKeyPermissions.None && permissions.HasFlag(one))
                .Select(one => one.ToString().ToLowerInvariant()),
        ];
}

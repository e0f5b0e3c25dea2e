using Kayse.Grains.Audit;
using Kayse.Grains.Tokens;

namespace Kayse.Grains.Users;

/// <summary>
/// The audit records that companies get of a member's second factor: that it was turned on or off, and nothing of where
/// or how, as the person's account is not a company's.
/// </summary>
internal static class UserTwoFactorAudit
{
    /// <summary>One for each company in which the person is active; none when it stayed on, or off.</summary>
    public static IReadOnlyList<AppendAudit> Of(string userId, UserState before, UserState after, TimeProvider clock)
    {
        if (before.SecondFactor is null == after.SecondFactor is null)
            return [];
        var action = after.SecondFactor is null ? AuditActions.MemberTwoFactorDisabled : AuditActions.MemberTwoFactorEnabled;
        return Of(userId, after, action, clock);
    }

    /// <summary>One for each company in which the person is active, of a reset that an admin asked for.</summary>
    public static IReadOnlyList<AppendAudit> OfReset(string userId, UserState after, TimeProvider clock) =>
        Of(AuditActor.Nobody, userId, after, AuditActions.MemberTwoFactorDisabled, clock);

    /// <summary>One of what the person did for each company in which they are active.</summary>
    public static IReadOnlyList<AppendAudit> Of(string userId, UserState after, string action, TimeProvider clock) =>
        Of(new AuditActor(userId, after.FullName), userId, after, action, clock);

    private static IReadOnlyList<AppendAudit> Of(AuditActor actor, string userId, UserState after, string action, TimeProvider clock)
    {
        var target = new AuditTarget(AuditTargetKinds.Member, userId, after.FullName);
        return
        [
            .. UserRules
                .ActiveMemberships(after)
                .Select(membership => new AppendAudit(
                    new AuditRecord(
                        EntityId.New(clock),
                        clock.GetUtcNow(),
                        actor,
                        action,
                        target,
                        [],
                        IpAddress: null,
                        SessionId: null,
                        membership.CompanyId
                    )
                )),
        ];
    }
}

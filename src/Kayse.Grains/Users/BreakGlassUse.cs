using Kayse.Grains.Audit;
using Kayse.Grains.Sessions;
using Kayse.Grains.Tokens;

namespace Kayse.Grains.Users;

/// <summary>That somebody opens a company without single sign-on while everybody else has to use it.</summary>
internal static class BreakGlassUse
{
    /// <summary>The person with that to be recorded and told; the same when it is nothing special.</summary>
    public static UserState Noted(UserContext user, UserState state, Membership membership, ClientDevice device, string sessionId)
    {
        if (!membership.SsoExempt)
            return state;
        var record = new AuditRecord(
            EntityId.New(user.Clock),
            user.Now,
            new AuditActor(user.Id, state.FullName),
            AuditActions.SsoBreakGlassUsed,
            new AuditTarget(AuditTargetKinds.Member, user.Id, state.FullName),
            [],
            device.IpAddress,
            sessionId,
            membership.CompanyId
        );
        return state.Then(new AppendAudit(record), new TellBreakGlass(membership.CompanyId, user.Now));
    }
}

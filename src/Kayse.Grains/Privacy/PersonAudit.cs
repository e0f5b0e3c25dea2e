using Kayse.Grains.Audit;
using Kayse.Grains.Members;
using Kayse.Grains.Tokens;
using Kayse.Grains.Users;

namespace Kayse.Grains.Privacy;

/// <summary>Audit records of what a person does with their own data: that they did, and nothing of the data.</summary>
internal static class PersonAudit
{
    public static AuditRecord Of(string action, Actor actor, string companyId, UserView user, TimeProvider clock) =>
        new(
            EntityId.New(clock),
            clock.GetUtcNow(),
            new AuditActor(user.Id, user.FullName),
            action,
            new AuditTarget(AuditTargetKinds.Member, user.Id, user.FullName),
            [],
            actor.IpAddress,
            actor.SessionId,
            companyId
        );
}

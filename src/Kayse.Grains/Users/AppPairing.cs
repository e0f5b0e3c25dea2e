using Kayse.Grains.Audit;
using Kayse.Grains.Errors;
using Kayse.Grains.Pairing;
using Kayse.Grains.Sessions;
using Kayse.Grains.Tokens;

namespace Kayse.Grains.Users;

/// <summary>Signs an app in that a live session has offered to pair.</summary>
internal sealed class AppPairing(UserContext user, UserSessions sessions, SignIns signIns)
{
    public async Task<SignedIn> PairAsync(string sessionId, ClientDevice device)
    {
        user.LeaveIfNobody();
        if (
            await sessions.FindAsync(sessionId) is not { Restriction: SessionRestriction.None, Scopes: null } session
            || UserRules.ActiveMembership(user.State, session.CompanyId) is not { } membership
        )
            throw new RefusedException(PairingCode.Invalid);
        var signIn = new SignIn(CredentialVersion: null, membership.CompanyId, device, RememberMe: true);
        var next = user.State.Then(AuditOf(sessionId, membership.CompanyId, device));
        // Whose only second factor is a passkey has proved it in the session that offers, which had to be recent.
        var secondFactorProved = UserTwoFactorRules.OnlyPasskeysProve(user.State);
        return await signIns.StartSessionAsync(
            next,
            membership,
            signIn,
            isProved: false,
            secondFactorProved || session.SsoConnectionId is not null,
            SessionScopes.OfApps,
            session.SsoConnectionId
        );
    }

    private AppendAudit AuditOf(string sessionId, string companyId, ClientDevice device) =>
        new(
            new AuditRecord(
                EntityId.New(user.Clock),
                user.Now,
                new AuditActor(user.Id, user.State.FullName),
                AuditActions.DevicePaired,
                new AuditTarget(AuditTargetKinds.Member, user.Id, user.State.FullName),
                [],
                device.IpAddress,
                sessionId,
                companyId
            )
        );
}

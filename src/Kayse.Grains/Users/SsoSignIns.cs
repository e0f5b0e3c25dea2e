using Kayse.Grains.Audit;
using Kayse.Grains.Errors;
using Kayse.Grains.Sessions;
using Kayse.Grains.Sso;
using Kayse.Grains.Tokens;

namespace Kayse.Grains.Users;

/// <summary>Signs a person in for whom a company's identity provider vouches: in that company, and nowhere else.</summary>
internal sealed class SsoSignIns(UserContext user, UserSessions sessions, SessionTokens tokens, SignIns signIns)
{
    public async Task<SignedIn> SignInAsync(string companyId, SsoSignIn command)
    {
        user.LeaveIfNobody();
        var identity = command.Identity;
        if (UserRules.ActiveMemberships(user.State).FirstOrDefault(one => one.CompanyId == companyId) is not { } membership)
        {
            await signIns.FailedAsync(SignInFailure.Deactivated, command.Device);
            throw new RefusedException(SsoErrors.NoAccess);
        }

        var next = await LinkAsync(companyId, identity, command.Device);
        var signIn = new SignIn(CredentialVersion: null, companyId, command.Device, command.RememberMe);
        // What a company's identity provider asks for beside a password is the company's affair.
        var signedIn = await signIns.StartSessionAsync(
            next,
            membership,
            signIn,
            SsoIdentityRules.IsFresh(identity, command.BegunAt),
            secondFactorProved: true,
            scopes: null,
            identity.ConnectionId
        );
        // Where else they work is no business of this company's identity provider.
        return signedIn with { Companies = [membership] };
    }

    public async Task<RenewedSession> StepUpAsync(string sessionId, VerifiedIdentity identity, DateTimeOffset begunAt)
    {
        if (await sessions.FindAsync(sessionId) is not { } session)
            throw new RefusedException(SessionErrors.Unauthenticated);
        var key = SsoIdentityKeys.Of(session.CompanyId, identity.Issuer, identity.Subject);
        if (
            session.SsoConnectionId != identity.ConnectionId
            || user.State.SsoIdentities.All(held => held.Key != key)
            || !SsoIdentityRules.IsFresh(identity, begunAt)
        )
            throw new RefusedException(SsoErrors.Failed);
        return await tokens.RenewAsync(user.State, sessionId, isProof: true, secondFactorProved: true)
            ?? throw new RefusedException(SessionErrors.Unauthenticated);
    }

    // Claimed before it is stored: what a crash leaves claimed is the person's still, and stored at their next sign-in.
    private async Task<UserState> LinkAsync(string companyId, VerifiedIdentity identity, ClientDevice device)
    {
        var key = SsoIdentityKeys.Of(companyId, identity.Issuer, identity.Subject);
        var next = SsoIdentityRules.With(user.State, new LinkedIdentity(key, companyId, identity.Issuer, identity.Subject, user.Now));
        if (ReferenceEquals(next, user.State))
            return next;
        // Who never proved the address may be anybody, unless the company itself has made the account.
        if (user.State.EmailVerifiedAt is null && !UserRules.BelongsTo(user.State, companyId))
            throw new RefusedException(SsoErrors.NoAccess);
        if (await user.SsoIdentity(key).ClaimAsync(user.Id) != user.Id)
            throw new RefusedException(SsoErrors.NoAccess);
        return next.Then(AuditOf(companyId, identity, device));
    }

    private AppendAudit AuditOf(string companyId, VerifiedIdentity identity, ClientDevice device) =>
        new(
            new AuditRecord(
                EntityId.New(user.Clock),
                user.Now,
                new AuditActor(user.Id, user.State.FullName),
                AuditActions.SsoIdentityLinked,
                new AuditTarget(AuditTargetKinds.Member, user.Id, user.State.FullName),
                new AuditDiff<VerifiedIdentity>(null, identity)
                    .Text("issuer", one => one.Issuer)
                    .PersonalText("subject", one => one.Subject)
                    .Changes,
                device.IpAddress,
                SessionId: null,
                companyId
            )
        );
}

using Kayse.Grains.Errors;
using Kayse.Grains.Passkeys;
using Kayse.Grains.Passwords;
using Kayse.Grains.Sessions;
using Kayse.Grains.Sso;
using Kayse.Grains.Tokens;

namespace Kayse.Grains.Users;

/// <summary>Gives live sessions of a person another token.</summary>
internal sealed class SessionTokens(UserContext user, UserSteps steps, UserSessions sessions, UserSessionOptions options)
{
    /// <summary>
    /// Stores a change and renews the token of the session in which it was made; null when that ended meanwhile.
    /// </summary>
    /// <param name="next">The person after it.</param>
    /// <param name="sessionId">The session.</param>
    /// <param name="isProof">Whether they proved with it who they are (SE-6): who has a second factor does so by a code
    /// alone.</param>
    /// <param name="secondFactorProved">Whether a passkey was part of that.</param>
    public async Task<RenewedSession?> RenewAsync(UserState next, string sessionId, bool isProof, bool secondFactorProved = false)
    {
        var token = SecretToken.Create(sessionId, out var hash);
        await user.SaveAsync(next.Then(new RenewToken(sessionId, hash, isProof ? user.Now.UtcDateTime : null, secondFactorProved)));
        return steps.Renewed is { } term ? RenewedWith(sessionId, token, term) : null;
    }

    public async Task<RenewedSession> StepUpAsync(StepUp command, SecondFactors secondFactors, PasskeyRing passkeys)
    {
        if (await sessions.FindAsync(command.SessionId) is not { } session)
            throw new RefusedException(SessionErrors.Unauthenticated);
        // One proves it as one signed in: a password says nothing to a company that has its own way.
        if (session.SsoConnectionId is not null)
            throw new RefusedException(SsoErrors.StepUpRequired);
        var byPasskey = command.Passkey is not null;
        var next = this switch
        {
            _ when byPasskey => await passkeys.StepUpAsync(command.SessionId, command.Passkey!),
            _ when user.State.SecondFactor is null => ProvedBy(command.CredentialVersion),
            _ => secondFactors.WithUsedCode(command.Code ?? "") ?? throw new RefusedException(TwoFactor.TwoFactorErrors.InvalidCode),
        };
        return await RenewAsync(next, command.SessionId, isProof: true, byPasskey)
            ?? throw new RefusedException(SessionErrors.Unauthenticated);
    }

    public async Task<RenewedSession> SwitchCompanyAsync(string sessionId, string companyId)
    {
        var membership = user.ActiveMembership(companyId);
        if (await sessions.FindAsync(sessionId) is not { } session)
            throw new RefusedException(GeneralErrors.NotFound);
        SsoIdentityRules.EnsureMayOpen(session, membership);
        // A device stood in for the code where the session began.
        if (UserTwoFactorRules.HasAny(user.State) && membership.TrustedDevicesForbidden && !session.IsProved)
            throw new RefusedException(SessionErrors.StepUpRequired);
        var noted = BreakGlassUse.Noted(user, user.State, membership, session.Device, sessionId);
        if (session.CompanyId != companyId && !ReferenceEquals(noted, user.State))
            await user.SaveAsync(noted);
        // The company is told first: of a switch that is interrupted it finds that the session isn't there, but one
        // that is there it must know of.
        if (session.CompanyId != companyId)
            await user.CompanySessions(companyId)
                .StartedAsync(UserSessionRules.Switched(session, user.Id, user.State.FullName, options, user.Now));
        var token = SecretToken.Create(sessionId, out var hash);
        var term = await user.Session(sessionId)
            .RenewAsync(
                new RenewSession(hash)
                {
                    Restriction = UserPasswordRules.RestrictionOf(user.State),
                    Principal = UserRules.PrincipalOf(user.Id, user.State, membership),
                    Limits = UserRules.LimitsOf(user.State, membership),
                }
            );
        return term is null ? throw new RefusedException(GeneralErrors.NotFound) : RenewedWith(sessionId, token, term);
    }

    private UserState ProvedBy(int? credentialVersion)
    {
        if (UserTwoFactorRules.OnlyPasskeysProve(user.State))
            throw new RefusedException(PasskeyErrors.Invalid);
        if (credentialVersion != user.State.CredentialVersion)
            throw new RefusedException(PasswordErrors.Wrong);
        return user.State.MustChangePassword ? throw new RefusedException(SessionErrors.PasswordChangeRequired) : user.State;
    }

    private static RenewedSession RenewedWith(string sessionId, string token, SessionTerm term) =>
        new(new StartedSession(sessionId, token, term.ExpiresAt, term.IdleTimeout), term.RememberedUntil);
}

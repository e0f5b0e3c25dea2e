using Kayse.Grains.Errors;
using Kayse.Grains.Passkeys;
using Kayse.Grains.Passwords;
using Kayse.Grains.Sessions;
using Kayse.Grains.Sso;
using Kayse.Grains.Tokens;
using Kayse.Grains.TwoFactor;

namespace Kayse.Grains.Users;

/// <summary>Signs a person in, with a second factor where they have one, or with a passkey alone.</summary>
internal sealed class SignIns(
    UserContext user,
    UserSessions sessions,
    SecondFactors secondFactors,
    PasskeyRing passkeys,
    TrustedDevices devices,
    Notices notices,
    FactorResets resets,
    UserSessionOptions options
)
{
    public async Task<BegunSignIn> BeginAsync(SignIn command)
    {
        await resets.ApplyDueAsync();
        var membership = await FindUsableMembershipAsync(command);
        // The default one may be closed to passwords: what it asks for is not what this one does.
        if (command.CompanyId is null && UserRules.ActiveMembership(user.State, companyId: null)?.CompanyId != membership.CompanyId)
            command = command with { CompanyId = membership.CompanyId };
        if (command.CredentialVersion is not null && user.Now >= user.State.PasswordExpiresAt)
        {
            await FailedAsync(SignInFailure.PasswordExpired, command.Device);
            throw new RefusedException(PasswordErrors.Expired);
        }

        return UserTwoFactorRules.AsksForCode(user.State, command, user.Now)
            ? new BegunSignIn(SignedIn: null, await GiveTicketAsync(command))
            : new BegunSignIn(await StartSessionAsync(command, membership), Ticket: null);
    }

    public async Task<SignedIn> CompleteAsync(CompleteSignIn command)
    {
        user.LeaveIfNobody();
        await resets.ApplyDueAsync();
        var ticket =
            SignInTicketRules.Find(user.State.SignInTickets, command.Ticket, user.Now)
            ?? throw new RefusedException(TwoFactorErrors.TicketExpired);
        var signIn = new SignIn(CredentialVersion: null, ticket.CompanyId, command.Device, ticket.RememberMe);
        var membership = await FindUsableMembershipAsync(signIn);
        var byPasskey = command.Passkey is not null;
        var proved = command.Passkey is { } assertion
            ? await passkeys.SecondFactorAsync(command.Ticket, assertion)
            : secondFactors.WithUsedCode(command.Code);
        if (proved is not { } used)
        {
            await user.SaveAsync(user.State with { SignInTickets = SignInTicketRules.WithWrongCode(user.State.SignInTickets, ticket) });
            await FailedAsync(SignInFailure.TwoFactorInvalid, command.Device);
            throw new RefusedException(byPasskey ? PasskeyErrors.Invalid : TwoFactorErrors.InvalidCode);
        }

        var backupCodesLeft = used.SecondFactor?.BackupCodes.Count;
        var usedBackupCode = backupCodesLeft < user.State.SecondFactor?.BackupCodes.Count;
        var next = used with { SignInTickets = SignInTicketRules.Without(used.SignInTickets, ticket) };
        var (trusting, deviceToken) = command.TrustDevice ? devices.With(next, command.Device, membership.CompanyId) : (next, null);
        var signedIn = await StartSessionAsync(trusting, membership, signIn, isProved: true, byPasskey);
        return signedIn with { BackupCodesLeft = usedBackupCode ? backupCodesLeft : null, DeviceToken = deviceToken };
    }

    public async Task<SignedIn> ByPasskeyAsync(SignInWithPasskey command)
    {
        user.LeaveIfNobody();
        await resets.ApplyDueAsync();
        if (await passkeys.SignInAsync(command.Assertion) is not { } next)
        {
            await FailedAsync(SignInFailure.PasskeyInvalid, command.Device);
            throw new RefusedException(PasskeyErrors.Invalid);
        }

        var signIn = new SignIn(CredentialVersion: null, CompanyId: null, command.Device, command.RememberMe);
        var membership = await FindUsableMembershipAsync(signIn);
        return await StartSessionAsync(next, membership, signIn, isProved: true, secondFactorProved: true);
    }

    // Where it failed to is nowhere: only of an account that is in one company alone it is that company's affair.
    public Task FailedAsync(SignInFailure reason, ClientDevice device) =>
        user.State.Memberships is [var only]
            ? user.CompanySessions(only.CompanyId).FailedAsync(new SignInFailed(user.Id, user.State.FullName, reason, device, user.Now))
            : Task.CompletedTask;

    /// <summary>The membership in the company asked for, else in their default one.</summary>
    private async Task<Membership> FindUsableMembershipAsync(SignIn command)
    {
        var verified = command.CredentialVersion is null || command.CredentialVersion == user.State.CredentialVersion;
        if (user.State.Email is not null && verified && UserRules.MembershipWithoutSso(user.State, command.CompanyId) is { } membership)
            return membership;
        if (user.State.Email is not null && verified && UserRules.ActiveMembership(user.State, command.CompanyId) is not null)
        {
            await FailedAsync(SignInFailure.SingleSignOnRequired, command.Device);
            throw new RefusedException(SsoErrors.Required);
        }

        await FailedAsync(verified ? SignInFailure.Deactivated : SignInFailure.PasswordChanged, command.Device);
        throw new RefusedException(UserErrors.InvalidCredentials);
    }

    private async Task<TwoFactorTicket> GiveTicketAsync(SignIn command)
    {
        var token = SecretToken.Create(user.Id, out var hash);
        var ticket = new SignInTicket(hash, user.Now + SignInTicketRules.Lifetime, command.CompanyId, command.RememberMe, WrongCodes: 0);
        await user.SaveAsync(user.State with { SignInTickets = SignInTicketRules.With(user.State.SignInTickets, ticket, user.Now) });
        return new TwoFactorTicket(token, ticket.ExpiresAt, UserTwoFactorRules.MethodsOf(user.State));
    }

    // A password that somebody else chose proves nothing, nor does a session that this one is begun from; and who has a
    // second factor proves who they are by a code alone, not by a device.
    private Task<SignedIn> StartSessionAsync(SignIn command, Membership membership)
    {
        var isProved =
            command.CredentialVersion is not null
            && !user.State.MustChangePassword
            && user.State.SecondFactor is null
            && !UserTwoFactorRules.OnlyPasskeysProve(user.State);
        var byDevice = UserTwoFactorRules.TrustedDevice(user.State, command.DeviceSecret, command.CompanyId, user.Now) is not null;
        return StartSessionAsync(
            UserTwoFactorRules.WithUseOfDevice(user.State, command, user.Now),
            membership,
            command,
            isProved,
            byDevice
        );
    }

    /// <summary>Stores <paramref name="next"/> with one more session, and starts that.</summary>
    /// <param name="next">The person after the sign-in.</param>
    /// <param name="membership">In the company that it opens.</param>
    /// <param name="command">What was asked for.</param>
    /// <param name="isProved">Whether they proved who they are.</param>
    /// <param name="secondFactorProved">Whether by a passkey, or a device that stands in for one.</param>
    /// <param name="scopes">What it is limited to; null: nothing.</param>
    /// <param name="ssoConnectionId">By which connection it begins; null: without single sign-on.</param>
    public async Task<SignedIn> StartSessionAsync(
        UserState next,
        Membership membership,
        SignIn command,
        bool isProved,
        bool secondFactorProved,
        IReadOnlyList<string>? scopes = null,
        string? ssoConnectionId = null
    )
    {
        var sessionId = user.NewId();
        var token = SecretToken.Create(sessionId, out var hash);
        if (ssoConnectionId is null)
            next = BreakGlassUse.Noted(user, next, membership, command.Device, sessionId);
        next = await notices.WithDeviceAsync(next, command.Device);
        await user.SaveAsync(next with { SessionIds = [.. await sessions.WithRoomForOneAsync(), sessionId] });
        var limits = UserRules.LimitsOf(user.State, membership);
        var acting = UserRules.PrincipalOf(user.Id, user.State, membership) with { Scopes = scopes, SsoConnectionId = ssoConnectionId };
        var principal = UserSessionRules.ActingAs(acting, secondFactorProved);
        var start = new StartSession(hash, principal, command.Device, command.RememberMe)
        {
            Limits = limits,
            Proved = isProved,
            SecondFactorProved = secondFactorProved,
        };
        var starting = user.Session(sessionId).StartAsync(start);
        await Task.WhenAll(starting, TellCompanyAsync(sessionId, membership.CompanyId, command));
        var idleTimeout = UserSessionRules.IdleTimeout(options, command.RememberMe, limits);
        var session = new StartedSession(sessionId, token, await starting, idleTimeout);
        return new SignedIn(session, user.View, [.. UserRules.ActiveMemberships(user.State)], membership.CompanyId)
        {
            Restriction = UserSessionRules.PrincipalAt(principal, user.Now.UtcDateTime).Restriction,
            RememberedUntil = UserSessionRules.RememberedUntil(options, command.RememberMe, limits, user.Now),
        };
    }

    private Task TellCompanyAsync(string sessionId, string companyId, SignIn command)
    {
        var notAfter = user.Now + UserSessionRules.LongestLifetime(options, command.RememberMe);
        return user.CompanySessions(companyId)
            .StartedAsync(
                new SessionStarted(sessionId, user.Id, user.State.FullName, command.Device, user.Now, notAfter, IsSwitch: false)
            );
    }
}

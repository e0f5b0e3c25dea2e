using Kayse.Grains.Errors;
using Kayse.Grains.Sessions;
using Kayse.Grains.Tokens;
using Kayse.Grains.TwoFactor;

namespace Kayse.Grains.Users;

internal sealed partial class UserGrain
{
    public async Task<SignedIn> SignInAsync(SignIn command)
    {
        var membership = await WelcomeAsync(command);
        if (UserTwoFactorRules.AsksForCode(State, command, Now))
            throw new RefusedException(TwoFactorErrors.CodeRequired);
        return await StartSessionAsync(command, membership);
    }

    public async Task<BegunSignIn> BeginSignInAsync(SignIn command)
    {
        var membership = await WelcomeAsync(command);
        return UserTwoFactorRules.AsksForCode(State, command, Now)
            ? new BegunSignIn(SignedIn: null, await GiveTicketAsync(command))
            : new BegunSignIn(await StartSessionAsync(command, membership), Ticket: null);
    }

    public async Task<SignedIn> CompleteSignInAsync(CompleteSignIn command)
    {
        var ticket = Ticket(command.Ticket);
        var signIn = new SignIn(CredentialVersion: null, ticket.CompanyId, command.Device, ticket.RememberMe);
        var membership = await WelcomeAsync(signIn);
        await FinishAsync();
        if (Spent(command.Code) is not { } spent)
        {
            await SaveAsync(storage, State with { SignInTickets = SignInTicketRules.WithWrongCode(State.SignInTickets, ticket) });
            await SignInFailedAsync(SignInFailure.TwoFactorInvalid, command.Device);
            throw new RefusedException(TwoFactorErrors.InvalidCode);
        }

        var backupCodesLeft = spent.SecondFactor!.BackupCodes.Count;
        var usedBackupCode = backupCodesLeft < State.SecondFactor!.BackupCodes.Count;
        var next = spent with { SignInTickets = SignInTicketRules.Without(spent.SignInTickets, ticket) };
        if (next.Mails.Count > 0)
        {
            await SaveAndFinishAsync(next);
            next = State;
        }

        var trust = command.TrustDevice ? NewTrustedDevice(command.Device, membership.CompanyId) : null;
        var signedIn = await StartSessionAsync(WithTrust(next, trust?.Device), membership, signIn, isProved: true);
        return signedIn with { BackupCodesLeft = usedBackupCode ? backupCodesLeft : null, DeviceToken = trust?.Token };
    }

    // The company that has them: the one asked for, else their default.
    private async Task<Membership> WelcomeAsync(SignIn command)
    {
        var verified = command.CredentialVersion is null || command.CredentialVersion == State.CredentialVersion;
        if (State.Email is not null && verified && UserRules.ActiveMembership(State, command.CompanyId) is { } membership)
            return membership;
        await SignInFailedAsync(verified ? SignInFailure.Deactivated : SignInFailure.PasswordChanged, command.Device);
        throw new RefusedException(UserErrors.InvalidCredentials);
    }

    private async Task<TwoFactorTicket> GiveTicketAsync(SignIn command)
    {
        var token = SecretToken.Create(Key, out var hash);
        var ticket = new SignInTicket(hash, Now + SignInTicketRules.Lifetime, command.CompanyId, command.RememberMe, WrongCodes: 0);
        await SaveAsync(storage, State with { SignInTickets = SignInTicketRules.With(State.SignInTickets, ticket, Now) });
        return new TwoFactorTicket(token, ticket.ExpiresAt, UserTwoFactorRules.MethodsOf(State.SecondFactor!));
    }

    private SignInTicket Ticket(TokenHash secret)
    {
        // Anybody can ask for any id: one that nobody has must not stay in memory.
        if (State.Email is null)
            DeactivateOnIdle();
        return SignInTicketRules.Find(State.SignInTickets, secret, Now) ?? throw new RefusedException(TwoFactorErrors.TicketExpired);
    }

    // A password that somebody else chose proves nothing, nor does a session that this one is begun from; and who has a
    // second factor proves who they are by a code alone, not by a device.
    private Task<SignedIn> StartSessionAsync(SignIn command, Membership membership)
    {
        var isProved = command.CredentialVersion is not null && !State.MustChangePassword && State.SecondFactor is null;
        return StartSessionAsync(UserTwoFactorRules.WithUseOfDevice(State, command, Now), membership, command, isProved);
    }

    /// <summary>Stores <paramref name="next"/> with one more session, and starts that.</summary>
    private async Task<SignedIn> StartSessionAsync(UserState next, Membership membership, SignIn command, bool isProved)
    {
        var sessionId = EntityId.New(clock);
        var token = SecretToken.Create(sessionId, out var hash);
        next = await WithDeviceAsync(next, command.Device);
        await SaveAsync(storage, next with { SessionIds = [.. await WithRoomForOneAsync(), sessionId] });
        var limits = UserRules.LimitsOf(State, membership);
        var principal = UserRules.PrincipalOf(Key, State, membership);
        var starting = Session(sessionId)
            .StartAsync(new StartSession(hash, principal, command.Device, command.RememberMe) { Limits = limits, Proved = isProved });
        await Task.WhenAll(starting, TellStartedAsync(sessionId, membership.CompanyId, command));
        var expiresAt = await starting;
        var idleTimeout = UserSessionRules.IdleTimeout(sessionOptions.Value, command.RememberMe, limits);
        return new SignedIn(new StartedSession(sessionId, token, expiresAt, idleTimeout), View, ActiveMemberships(), membership.CompanyId)
        {
            Restriction = UserSessionRules.PrincipalAt(principal, Now.UtcDateTime).Restriction,
            RememberedUntil = UserSessionRules.RememberedUntil(sessionOptions.Value, command.RememberMe, limits, Now),
        };
    }
}

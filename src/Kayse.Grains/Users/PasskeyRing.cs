using Kayse.Grains.Audit;
using Kayse.Grains.Errors;
using Kayse.Grains.Mail.Emails;
using Kayse.Grains.Passkeys;
using Kayse.Grains.Sessions;
using Kayse.Grains.Tokens;
using Kayse.Grains.TwoFactor;

namespace Kayse.Grains.Users;

/// <summary>
/// The passkeys of a person. One is noted before it is claimed and removed before it is released: after a crash at any
/// point none is held for nobody, and none is in two accounts.
/// </summary>
internal sealed class PasskeyRing(
    UserContext user,
    SessionTokens tokens,
    Notices notices,
    PasskeyChallenges challenges,
    PasskeyVerifier verifier
)
{
    public PasskeyList List
    {
        get
        {
            user.EnsureExists();
            return new PasskeyList(user.State.PasskeyUserHandle, [.. user.State.Passkeys.Select(passkey => passkey.View)])
            {
                MayBeOffered = PasskeyRules.MayBeOffered(user.State, user.Now),
            };
        }
    }

    public async Task<PasskeyRegistration> BeginRegistrationAsync(string sessionId)
    {
        user.EnsureExists();
        PasskeyRules.EnsureRoom(user.State);
        if (user.State.PasskeyUserHandle is null)
            await user.SaveAsync(user.State with { PasskeyUserHandle = PasskeyRules.NewUserHandle() });
        return new PasskeyRegistration(
            user.State.PasskeyUserHandle!,
            user.State.Email!,
            user.State.FullName,
            challenges.ForRegistration(user.Id, sessionId),
            Descriptors
        );
    }

    public async Task<AddedPasskey> AddAsync(AddPasskey command)
    {
        user.EnsureExists();
        var name = PasskeyRules.Name(command.Name);
        PasskeyRules.EnsureRoom(user.State);
        var purpose = PasskeyChallenges.RegistrationOf(user.Id, command.SessionId);
        if (
            Accepted(command.Response.ClientData, purpose) is not var (challenge, used)
            || user.State.PasskeyUserHandle is not { } handle
            || await verifier.CreatedAsync(command.Response, challenge, handle) is not { } created
        )
            throw new RefusedException(PasskeyErrors.NotCreated);
        await ClaimOrRefuseAsync(created.CredentialId);
        var passkey = created with { Id = user.NewId(), Name = name, CreatedAt = user.Now, Transports = command.Response.Transports };
        var next = PasskeyRules.With(PasskeyRules.WithUsed(user.State, used, user.Now), passkey);
        next = notices
            .With(next, UserPasskeyMail.Added(user.Id, next, passkey, user.Now), passkeyId: passkey.Id)
            .Then(UserTwoFactorAudit.Of(user.Id, next, AuditActions.MemberPasskeyAdded, user.Clock));
        return new AddedPasskey(passkey.View, await tokens.RenewAsync(next, command.SessionId, isProof: true, secondFactorProved: true));
    }

    public async Task<PasskeyView> RenameAsync(string passkeyId, string name)
    {
        var renamed = PasskeyRules.Get(user.State, passkeyId) with { Name = PasskeyRules.Name(name) };
        await user.SaveAsync(PasskeyRules.Replacing(user.State, renamed));
        return renamed.View;
    }

    public async Task<RenewedSession?> RemoveAsync(string passkeyId, string sessionId)
    {
        var passkey = PasskeyRules.Get(user.State, passkeyId);
        PasskeyRules.EnsureDispensable(user.State, passkey, user.Now);
        var next = UserRules.EndingSessions(
            PasskeyRules.Without(user.State, other => other.Id == passkeyId),
            sessionId,
            SessionEndReason.TwoFactorChanged
        );
        next = notices
            .With(next, UserPasskeyMail.Removed(user.Id, next, passkey, user.Now))
            .Then(UserTwoFactorAudit.Of(user.Id, next, AuditActions.MemberPasskeyRemoved, user.Clock));
        return await tokens.RenewAsync(next, sessionId, isProof: false);
    }

    public PasskeyRequest BeginSecondFactor(TokenHash ticket)
    {
        user.LeaveIfNobody();
        if (SignInTicketRules.Find(user.State.SignInTickets, ticket, user.Now) is null)
            throw new RefusedException(TwoFactorErrors.TicketExpired);
        return new PasskeyRequest(challenges.ForSecondFactor(user.Id, ticket), Descriptors, UserVerification: false);
    }

    public PasskeyRequest BeginStepUp(string sessionId)
    {
        user.EnsureExists();
        return new PasskeyRequest(challenges.ForStepUp(user.Id, sessionId), Descriptors, UserVerification: true);
    }

    public Task DismissOfferAsync() =>
        user.State.Email is null ? Task.CompletedTask : user.SaveAsync(user.State with { PasskeyOfferDismissedAt = user.Now });

    /// <summary>The person after a passkey of theirs signed them in; null when it doesn't.</summary>
    public Task<UserState?> SignInAsync(PasskeyAssertion assertion) => UseAsync(assertion, PasskeyChallenges.SignIn, verifyingUser: true);

    /// <summary>The person after a passkey of theirs completed a sign-in; null when it doesn't.</summary>
    public Task<UserState?> SecondFactorAsync(TokenHash ticket, PasskeyAssertion assertion) =>
        UseAsync(assertion, PasskeyChallenges.SecondFactorOf(user.Id, ticket), verifyingUser: false);

    /// <summary>The person after a passkey confirmed who uses a session; refuses <c>passkey_invalid</c>.</summary>
    public async Task<UserState> StepUpAsync(string sessionId, PasskeyAssertion assertion) =>
        await UseAsync(assertion, PasskeyChallenges.StepUpOf(user.Id, sessionId), verifyingUser: true)
        ?? throw new RefusedException(PasskeyErrors.Invalid);

    private IReadOnlyList<PasskeyDescriptor> Descriptors => [.. user.State.Passkeys.Select(passkey => passkey.Descriptor)];

    private async Task<UserState?> UseAsync(PasskeyAssertion assertion, string purpose, bool verifyingUser)
    {
        if (
            PasskeyRules.Find(user.State, assertion.CredentialId) is not { } passkey
            || Accepted(assertion.ClientData, purpose) is not var (challenge, used)
            || await verifier.UsedAsync(assertion, passkey, challenge, user.State.PasskeyUserHandle!) is not { } proof
            || (verifyingUser && !proof.UserVerified)
        )
            return null;
        if (PasskeyRules.IsCloned(passkey, proof))
        {
            await user.SaveAsync(PasskeyRules.Replacing(user.State, passkey with { CounterFellAt = user.Now }));
            return null;
        }

        return PasskeyRules.WithUse(PasskeyRules.WithUsed(user.State, used, user.Now), passkey, proof, user.Now);
    }

    // The challenge that a response answers, when it was given for this and not used before.
    private (byte[] Challenge, UsedChallenge Used)? Accepted(byte[] clientData, string purpose)
    {
        if (PasskeyVerifier.ChallengeIn(clientData) is not { } challenge || challenges.Read(challenge, purpose) is not { } expiresAt)
            return null;
        var used = new UsedChallenge(TokenHash.Of(challenge), expiresAt);
        return PasskeyRules.IsUsed(user.State, used.Hash) ? null : (challenge, used);
    }

    private async Task ClaimOrRefuseAsync(byte[] credentialId)
    {
        if (PasskeyRules.Find(user.State, credentialId) is not null)
            throw new RefusedException(PasskeyErrors.Taken);
        var key = PasskeyKeys.Of(credentialId);
        await user.StoreAsync(user.State.Then(new SyncPasskey(key)));
        if (await user.Passkey(key).ClaimAsync(user.Id) == user.Id)
            return;
        await user.ExecutePendingAsync();
        throw new RefusedException(PasskeyErrors.Taken);
    }
}

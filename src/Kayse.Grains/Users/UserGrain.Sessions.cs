using Kayse.Grains.Errors;
using Kayse.Grains.Passwords;
using Kayse.Grains.Sessions;
using Kayse.Grains.Tokens;
using Kayse.Grains.TwoFactor;

namespace Kayse.Grains.Users;

internal sealed partial class UserGrain
{
    public async Task EndSessionsInAsync(string companyId, IReadOnlyList<string>? sessionIds, SessionEndReason reason)
    {
        var there = (await LiveSessionsAsync()).Where(session => session.CompanyId == companyId).Select(session => session.Id);
        var ending = sessionIds is null ? there.ToList() : [.. there.Intersect(sessionIds, StringComparer.Ordinal)];
        if (ending.Count == 0)
            return;
        await Task.WhenAll(ending.Select(id => Session(id).EndAsync(reason)));
        await SaveAsync(storage, State with { SessionIds = [.. State.SessionIds.Except(ending, StringComparer.Ordinal)] });
    }

    public async Task<RenewedSession> StepUpAsync(StepUp command)
    {
        // What an earlier change could not finish may be to replace this very token.
        await FinishAsync();
        if (await FindSessionAsync(command.SessionId) is null)
            throw new RefusedException(SessionErrors.Unauthenticated);
        var next = State.SecondFactor is null
            ? ProvedBy(command.CredentialVersion)
            : Spent(command.Code ?? "") ?? throw new RefusedException(TwoFactorErrors.InvalidCode);
        return await ReplaceTokenAsync(next, command.SessionId, isProof: true)
            ?? throw new RefusedException(SessionErrors.Unauthenticated);
    }

    // Where it failed to is nowhere: only of an account that is in one company alone it is that company's affair.
    public Task SignInFailedAsync(SignInFailure reason, ClientDevice device) =>
        State.Memberships is [var only]
            ? CompanySessions(only.CompanyId).FailedAsync(new SignInFailed(Key, State.FullName, reason, device, Now))
            : Task.CompletedTask;

    private Task TellStartedAsync(string sessionId, string companyId, SignIn command)
    {
        var notAfter = Now + UserSessionRules.LongestLifetime(sessionOptions.Value, command.RememberMe);
        return CompanySessions(companyId)
            .StartedAsync(new SessionStarted(sessionId, Key, State.FullName, command.Device, Now, notAfter, IsSwitch: false));
    }

    private UserState ProvedBy(int? credentialVersion)
    {
        if (credentialVersion != State.CredentialVersion)
            throw new RefusedException(PasswordErrors.Wrong);
        return State.MustChangePassword ? throw new RefusedException(SessionErrors.PasswordChangeRequired) : State;
    }

    private static RenewedSession Renewed(string sessionId, string token, SessionTerm term) =>
        new(new StartedSession(sessionId, token, term.ExpiresAt, term.IdleTimeout), term.RememberedUntil);

    private async Task<SessionView?> FindSessionAsync(string sessionId) =>
        State.SessionIds.Contains(sessionId, StringComparer.Ordinal) ? await Session(sessionId).GetAsync() : null;

    private ICompanySessionsGrain CompanySessions(string companyId) => GrainFactory.GetGrain<ICompanySessionsGrain>(companyId);
}

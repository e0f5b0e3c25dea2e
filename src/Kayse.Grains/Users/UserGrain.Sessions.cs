using Kayse.Grains.Errors;
using Kayse.Grains.Passwords;
using Kayse.Grains.Sessions;
using Kayse.Grains.Tokens;

namespace Kayse.Grains.Users;

internal sealed partial class UserGrain
{
    public async Task EndSessionsInAsync(string companyId, IReadOnlyList<string>? sessionIds, SessionEndReason reason)
    {
        var there = (await LiveSessionsAsync()).Where(session => string.Equals(session.CompanyId, companyId, StringComparison.Ordinal)).Select(session => session.Id);
        var ending = sessionIds is null ? there.ToList() : [.. there.Intersect(sessionIds, StringComparer.Ordinal)];
        if (ending.Count == 0)
            return;
        await Task.WhenAll(ending.Select(id => Session(id).EndAsync(reason)));
        await SaveAsync(storage, State with { SessionIds = [.. State.SessionIds.Except(ending, StringComparer.Ordinal)] });
    }

    public async Task<RenewedSession> StepUpAsync(StepUp command)
    {
        if (State.Email is null || command.CredentialVersion != State.CredentialVersion)
            throw new RefusedException(PasswordErrors.Wrong);
        if (State.MustChangePassword)
            throw new RefusedException(SessionErrors.PasswordChangeRequired);
        // What an earlier change of the password could not finish may be to replace this very token.
        await FinishAsync();
        var token = SecretToken.Create(command.SessionId, out var hash);
        var term = State.SessionIds.Contains(command.SessionId, StringComparer.Ordinal)
            ? await Session(command.SessionId).RenewAsync(new RenewSession(hash) { ProvedAt = Now.UtcDateTime })
            : null;
        return term is null ? throw new RefusedException(SessionErrors.Unauthenticated) : Renewed(command.SessionId, token, term);
    }

    public Task SignInFailedAsync(SignInFailure reason, ClientDevice device)
    {
        var failed = new SignInFailed(Key, State.FullName, reason, device, Now);
        return Task.WhenAll(State.Memberships.Select(membership => CompanySessions(membership.CompanyId).FailedAsync(failed)));
    }

    private Task TellStartedAsync(string sessionId, string companyId, SignIn command)
    {
        var notAfter = Now + UserSessionRules.LongestLifetime(sessionOptions.Value, command.RememberMe);
        return CompanySessions(companyId).StartedAsync(new SessionStarted(sessionId, Key, State.FullName, command.Device, Now, notAfter, IsSwitch: false));
    }

    private static RenewedSession Renewed(string sessionId, string token, SessionTerm term)
        => new(new StartedSession(sessionId, token, term.ExpiresAt, term.IdleTimeout), term.RememberedUntil);

    private async Task<SessionView?> FindSessionAsync(string sessionId)
        => State.SessionIds.Contains(sessionId, StringComparer.Ordinal) ? await Session(sessionId).GetAsync() : null;

    private ICompanySessionsGrain CompanySessions(string companyId) => GrainFactory.GetGrain<ICompanySessionsGrain>(companyId);
}

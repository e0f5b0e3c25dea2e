using Kayse.Grains.Sessions;

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

    private async Task<SessionView?> FindSessionAsync(string sessionId)
        => State.SessionIds.Contains(sessionId, StringComparer.Ordinal) ? await Session(sessionId).GetAsync() : null;

    private ICompanySessionsGrain CompanySessions(string companyId) => GrainFactory.GetGrain<ICompanySessionsGrain>(companyId);
}

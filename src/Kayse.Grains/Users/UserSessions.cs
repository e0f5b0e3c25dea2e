using Kayse.Grains.Errors;
using Kayse.Grains.Sessions;

namespace Kayse.Grains.Users;

/// <summary>The sessions of a person: which are live, what they may, and their end.</summary>
internal sealed class UserSessions(UserContext user, UserSessionOptions options)
{
    public async Task<IReadOnlyList<SessionView>> ListAsync() =>
        [.. (await LiveAsync()).OrderByDescending(session => session.LastActiveAt)];

    public async Task EndAsync(string sessionId, SessionEndReason reason)
    {
        if (await FindAsync(sessionId) is null)
            throw new RefusedException(GeneralErrors.NotFound);
        await user.Session(sessionId).EndAsync(reason);
        await user.SaveAsync(user.State with { SessionIds = [.. user.State.SessionIds.Where(id => id != sessionId)] });
    }

    public Task EndAllAsync(string? exceptSessionId, SessionEndReason reason)
    {
        var next = UserRules.EndingSessions(user.State, exceptSessionId, reason);
        return ReferenceEquals(next, user.State) ? Task.CompletedTask : user.SaveAsync(next);
    }

    public async Task EndInAsync(string companyId, IReadOnlyList<string>? sessionIds, SessionEndReason reason)
    {
        var there = await LiveInAsync(companyId);
        var ending = sessionIds is null ? there : [.. there.Intersect(sessionIds, StringComparer.Ordinal)];
        if (ending.Count == 0)
            return;
        await Task.WhenAll(ending.Select(id => user.Session(id).EndAsync(reason)));
        await user.SaveAsync(user.State with { SessionIds = [.. user.State.SessionIds.Except(ending, StringComparer.Ordinal)] });
    }

    public SessionSettings SettingsIn(string companyId) =>
        SessionSettingsRules.Of(options, UserRules.LimitsOf(user.State, user.ActiveMembership(companyId)));

    public async Task SetIdleTimeoutAsync(TimeSpan idleTimeout)
    {
        SessionSettingsRules.Check(idleTimeout);
        user.EnsureExists();
        if (idleTimeout != user.State.IdleTimeout)
            await user.SaveAsync((user.State with { IdleTimeout = idleTimeout }).Then(new RefreshSessions()));
    }

    /// <summary>The session if it is the person's and live, else null.</summary>
    public async Task<SessionView?> FindAsync(string sessionId) =>
        user.State.SessionIds.Contains(sessionId, StringComparer.Ordinal) ? await user.Session(sessionId).GetAsync() : null;

    /// <summary>The ids of the live sessions that act in a company.</summary>
    public async Task<IReadOnlyList<string>> LiveInAsync(string companyId) =>
        [.. (await LiveAsync()).Where(session => session.CompanyId == companyId).Select(session => session.Id)];

    /// <summary>Has every live session act as the person is now.</summary>
    public async Task RefreshAsync() => await Task.WhenAll((await LiveAsync()).Select(RefreshAsync));

    /// <summary>
    /// Has the live sessions in a company act by its newest copy, or ends them. Those elsewhere are no business of its:
    /// anybody can found a company, and add admins of others to it.
    /// </summary>
    public async Task RefreshAsync(Membership changed)
    {
        var there = (await LiveAsync()).Where(session => session.CompanyId == changed.CompanyId);
        await Task.WhenAll(
            there.Select(session =>
                UserRules.ActiveMembership(user.State, session.CompanyId) is null
                    ? user.Session(session.Id).EndAsync(changed.Removed ? SessionEndReason.Removed : SessionEndReason.Deactivated)
                    : RefreshAsync(session)
            )
        );
    }

    /// <summary>
    /// The ids of the sessions that may be live, with room for one more. Sessions end by themselves without telling
    /// anybody, so the list is swept now and then; a person with too many live ones loses the one idle longest.
    /// </summary>
    public async Task<IReadOnlyList<string>> WithRoomForOneAsync()
    {
        var ids = user.State.SessionIds;
        if (ids.Count == 0 || (ids.Count % UserRules.SweepEvery != 0 && ids.Count < options.MaxPerPerson))
            return ids;
        var live = (await LiveAsync()).OrderByDescending(session => session.LastActiveAt).ToList();
        foreach (var surplus in live.Skip(options.MaxPerPerson - 1))
            await user.Session(surplus.Id).EndAsync(SessionEndReason.Revoked);
        return [.. live.Take(options.MaxPerPerson - 1).Select(session => session.Id)];
    }

    // One in a company that would not have them is ended by the company's own copy.
    private Task RefreshAsync(SessionView session) =>
        UserRules.ActiveMembership(user.State, session.CompanyId) is not { } membership ? Task.CompletedTask
        : membership.SsoRequired && session.SsoConnectionId is null ? user.Session(session.Id).EndAsync(SessionEndReason.SsoRequired)
        : user.Session(session.Id)
            .SetPrincipalAsync(UserRules.PrincipalOf(user.Id, user.State, membership), UserRules.LimitsOf(user.State, membership));

    private async Task<IEnumerable<SessionView>> LiveAsync() =>
        (await Task.WhenAll(user.State.SessionIds.Select(id => user.Session(id).GetAsync()))).OfType<SessionView>();
}

using Kayse.Grains.Errors;
using Kayse.Grains.Sessions;
using Kayse.Grains.Tokens;

namespace Kayse.Grains.Users;

internal sealed partial class UserGrain
{
    public Task<UserCompanies> ListCompaniesAsync()
        => Task.FromResult(new UserCompanies(ActiveMemberships(), UserRules.ActiveMembership(State, companyId: null)?.CompanyId));

    public Task SetDefaultCompanyAsync(string companyId)
    {
        var membership = Membership(companyId);
        return SaveAsync(storage, State with { DefaultCompanyId = membership.CompanyId });
    }

    public async Task<StartedSession> SwitchCompanyAsync(string sessionId, string companyId)
    {
        var membership = Membership(companyId);
        if (await FindSessionAsync(sessionId) is not { } session)
            throw new RefusedException(GeneralErrors.NotFound);
        if (string.Equals(session.CompanyId, companyId, StringComparison.Ordinal))
            return await RenewAsync(sessionId, principal: null);

        // The company is told first: of a switch that is interrupted it finds that the session isn't there, but one that is there it must know of.
        var notAfter = session.StartedAt + UserSessionRules.LongestLifetime(sessionOptions.Value, session.RememberMe);
        await CompanySessions(companyId).StartedAsync(new SessionStarted(sessionId, Key, State.FullName, session.Device, clock.GetUtcNow(), notAfter, IsSwitch: true));
        return await RenewAsync(sessionId, UserRules.PrincipalOf(Key, State, membership));
    }

    private Membership Membership(string companyId) => UserRules.ActiveMembership(State, companyId) ?? throw new RefusedException(GeneralErrors.NotFound);

    private async Task<StartedSession> RenewAsync(string sessionId, SessionPrincipal? principal)
    {
        var token = SecretToken.Create(sessionId, out var hash);
        return await Session(sessionId).RenewAsync(new RenewSession(hash, principal)) is { } renewed
            ? new StartedSession(sessionId, token, renewed.View.ExpiresAt, renewed.IdleTimeout)
            : throw new RefusedException(GeneralErrors.NotFound);
    }
}

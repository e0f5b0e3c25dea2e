using Kayse.Grains.Errors;
using Kayse.Grains.Sessions;
using Kayse.Grains.Tokens;

namespace Kayse.Grains.Users;

internal sealed partial class UserGrain
{
    public Task<UserCompanies> ListCompaniesAsync() =>
        Task.FromResult(new UserCompanies(ActiveMemberships(), UserRules.ActiveMembership(State, companyId: null)?.CompanyId));

    public Task SetDefaultCompanyAsync(string companyId)
    {
        var membership = Membership(companyId);
        return SaveAsync(storage, State with { DefaultCompanyId = membership.CompanyId });
    }

    public async Task<RenewedSession> SwitchCompanyAsync(string sessionId, string companyId)
    {
        var membership = Membership(companyId);
        // What an earlier change of the password could not finish may be to replace this very token.
        await FinishAsync();
        if (await FindSessionAsync(sessionId) is not { } session)
            throw new RefusedException(GeneralErrors.NotFound);
        // A device stood in for the code where the session began.
        if (State.SecondFactor is not null && membership.TrustedDevicesForbidden && !session.IsProved)
            throw new RefusedException(SessionErrors.StepUpRequired);
        // The company is told first: of a switch that is interrupted it finds that the session isn't there, but one
        // that is there it must know of.
        if (session.CompanyId != companyId)
            await CompanySessions(companyId)
                .StartedAsync(UserSessionRules.Switched(session, Key, State.FullName, sessionOptions.Value, Now));
        var token = SecretToken.Create(sessionId, out var hash);
        var term = await Session(sessionId)
            .ReplaceTokenAsync(
                hash,
                UserPasswordRules.RestrictionOf(State),
                UserRules.PrincipalOf(Key, State, membership),
                UserRules.LimitsOf(State, membership)
            );
        return term is null ? throw new RefusedException(GeneralErrors.NotFound) : Renewed(sessionId, token, term);
    }

    private Membership Membership(string companyId) =>
        UserRules.ActiveMembership(State, companyId) ?? throw new RefusedException(GeneralErrors.NotFound);
}

using Kayse.Grains.Sessions;

namespace Kayse.Grains.Users;

internal sealed partial class UserGrain
{
    public Task<SessionSettings> GetSessionSettingsAsync(string companyId) =>
        Task.FromResult(SessionSettingsRules.Of(sessionOptions.Value, UserRules.LimitsOf(State, Membership(companyId))));

    public async Task SetIdleTimeoutAsync(TimeSpan idleTimeout)
    {
        SessionSettingsRules.Check(idleTimeout);
        EnsureKnown();
        await FinishAsync();
        if (idleTimeout != State.IdleTimeout)
            await SaveAndFinishAsync(State with { IdleTimeout = idleTimeout, IdleTimeoutChanged = true });
    }

    private async Task FinishLimitingAsync()
    {
        if (!State.IdleTimeoutChanged)
            return;
        await Task.WhenAll((await LiveSessionsAsync()).Select(BringUpToDateAsync));
        await SaveAsync(storage, State with { IdleTimeoutChanged = false });
    }
}

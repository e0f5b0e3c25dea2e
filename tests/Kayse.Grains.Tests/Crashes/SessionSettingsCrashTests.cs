namespace Kayse.Grains.Tests.Crashes;

/// <summary>
/// A process that dies while somebody chooses a shorter idle timeout leaves it chosen, for every session, or not.
/// </summary>
public sealed class SessionSettingsCrashTests
{
    [Fact]
    public async Task Choosing_an_idle_timeout()
    {
        var (userId, tokens) = ("", new List<string>());
        await CrashScenario.AtEveryPointAsync(
            async scenario =>
            {
                userId = (await scenario.Firm.JoinAsync(scenario.Email)).UserId;
                tokens.Clear();
                for (var i = 0; i < 3; i++)
                    tokens.Add((await scenario.Firm.SignInAsync(userId)).Session.Token);
                return () => scenario.Firm.User(userId).Sessions.SetIdleTimeoutAsync(TimeSpan.FromMinutes(20));
            },
            async scenario =>
            {
                if (scenario.IsAcknowledged)
                    (await TimeoutsAsync(scenario, tokens)).ShouldBe([20]);
                await CrashScenario.WithinMinutesAsync(
                    scenario.Silo,
                    async () =>
                    {
                        var chosen = (
                            await scenario.Firm.User(userId).Sessions.GetSessionSettingsAsync(scenario.Firm.CompanyId)
                        ).IdleTimeout;
                        (await TimeoutsAsync(scenario, tokens)).ShouldBe([(int)chosen.TotalMinutes]);
                    }
                );
            }
        );
    }

    // Those that there are, in minutes.
    private static async Task<IEnumerable<int>> TimeoutsAsync(CrashScenario scenario, IEnumerable<string> tokens)
    {
        var checks = new List<int>();
        foreach (var token in tokens)
            checks.Add((int)((await scenario.Firm.CheckAsync(token)).ExpiresAt - scenario.Silo.Clock.GetUtcNow()).TotalMinutes);
        return checks.Distinct();
    }
}

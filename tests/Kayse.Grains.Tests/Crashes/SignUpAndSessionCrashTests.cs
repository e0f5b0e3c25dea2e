using Kayse.Grains.Companies;
using Kayse.Grains.Members;
using Kayse.Grains.Sessions;
using Kayse.Grains.Tests.Hosting;
using Kayse.Grains.Tokens;
using Kayse.Grains.Users;

namespace Kayse.Grains.Tests.Crashes;

/// <summary>A process that dies at any point of a sign-up or of ending sessions leaves it done or not begun.</summary>
public sealed class SignUpAndSessionCrashTests
{
    [Fact]
    public async Task Signing_up()
    {
        var (companyId, userId) = ("", "");
        await CrashScenario.AtEveryPointAsync(
            scenario =>
            {
                (companyId, userId) = (EntityId.New(scenario.Silo.Clock), EntityId.New(scenario.Silo.Clock));
                return Task.FromResult<Func<Task>>(() => CreateAsync(scenario, companyId, userId));
            },
            async scenario =>
            {
                await CrashScenario.WithinMinutesAsync(
                    scenario.Silo,
                    async () =>
                    {
                        var company = scenario.Silo.Grains.GetGrain<ICompanyGrain>(companyId);
                        var founded = await CrashScenario.AnswerAsync(() => company.GetAsync(new Actor(userId, "session", null)));
                        if (scenario.IsAcknowledged)
                            founded.ShouldBe("works");
                        if (founded == "works")
                            (
                                await scenario.Firm.User(userId).SignInAsync(new SignIn(1, companyId, ClientDevice.Unknown, false))
                            ).ActiveCompanyId.ShouldBe(companyId);
                        else
                            await CreateAsync(scenario, EntityId.New(scenario.Silo.Clock), EntityId.New(scenario.Silo.Clock));
                    }
                );
            }
        );
    }

    [Fact]
    public async Task Signing_out_others()
    {
        IReadOnlyList<string> others = [];
        await CrashScenario.AtEveryPointAsync(
            async scenario =>
            {
                var person = await scenario.Firm.JoinAsync(scenario.Email);
                var kept = await scenario.Firm.SignInAsync(person.UserId);
                others =
                [
                    (await scenario.Firm.SignInAsync(person.UserId)).Session.Token,
                    (await scenario.Firm.SignInAsync(person.UserId)).Session.Token,
                ];
                return () => scenario.Firm.User(person.UserId).Sessions.EndSessionsAsync(kept.Session.Id, SessionEndReason.Revoked);
            },
            async scenario =>
            {
                if (scenario.IsAcknowledged)
                    (await LiveAsync(scenario, others)).ShouldBe(0);
                await CrashScenario.WithinMinutesAsync(
                    scenario.Silo,
                    async () => (await LiveAsync(scenario, others)).ShouldBeOneOf(0, others.Count)
                );
            }
        );
    }

    [Fact]
    public async Task Signing_out_others_does_not_save_the_caller_from_signing_out_everywhere()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);
        var session = (await firm.SignInAsync(firm.Founder.UserId)).Session;
        var other = (await firm.SignInAsync(firm.Founder.UserId)).Session;
        silo.Crash.After(writes: 2, isOvertaken: false);
        await Should.ThrowAsync<OrleansException>(() =>
            firm.User(firm.Founder.UserId).Sessions.EndSessionsAsync(null, SessionEndReason.Revoked)
        );
        silo.Crash.Never();

        await firm.User(firm.Founder.UserId).Sessions.EndSessionsAsync(session.Id, SessionEndReason.Revoked);

        (await firm.CheckAsync(session.Token)).Principal.ShouldBeNull("everywhere was asked for, and begun");
        (await firm.CheckAsync(other.Token)).Principal.ShouldBeNull();
    }

    [Fact]
    public async Task A_session_is_not_stored_before_the_reminder_that_will_end_it()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);
        var token = (await firm.SignInAsync(firm.Founder.UserId)).Session.Token;
        SecretToken.TryParse(token, out var secret).ShouldBeTrue();
        var command = new StartSession(secret.Hash, (await firm.CheckAsync(token)).Principal!, ClientDevice.Unknown, false);
        var sessionId = EntityId.New(silo.Clock);
        silo.Crash.After(writes: 0, isOvertaken: true);

        await Should.ThrowAsync<Exception>(() => Session().StartAsync(command));
        await silo.RestartAsync();

        (await Session().GetAsync()).ShouldBeNull();

        IUserSessionGrain Session() => silo.Grains.GetGrain<IUserSessionGrain>(sessionId);
    }

    private static Task<CompanyCreated> CreateAsync(CrashScenario scenario, string companyId, string userId) =>
        scenario.Silo.Grains.GetGrain<ICompanyGrain>(companyId).CreateAsync(Firm.SignUpOf(scenario.Email, userId, scenario.Phone));

    private static async Task<int> LiveAsync(CrashScenario scenario, IReadOnlyList<string> tokens)
    {
        var live = 0;
        foreach (var token in tokens)
            live += (await scenario.Firm.CheckAsync(token)).Principal is null ? 0 : 1;
        return live;
    }
}

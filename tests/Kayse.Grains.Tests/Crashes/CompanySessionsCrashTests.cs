using Kayse.Grains.Sessions;
using Kayse.Grains.Tests.Hosting;
using Kayse.Grains.Users;

namespace Kayse.Grains.Tests.Crashes;

/// <summary>
/// A process that dies at any point of a sign-in, a switch or a forced sign-out leaves the company knowing who is
/// signed in.
/// </summary>
public sealed class CompanySessionsCrashTests
{
    [Fact]
    public async Task Signing_in()
    {
        SignedIn? signedIn = null;
        await CrashScenario.AtEveryPointAsync(
            scenario =>
            {
                signedIn = null;
                return Task.FromResult<Func<Task>>(async () =>
                {
                    signedIn = await scenario.Firm.SignInAsync(scenario.Firm.Founder.UserId);
                    // The history is written behind the answer.
                    scenario.Silo.Clock.Advance(TimeSpan.FromSeconds(6));
                });
            },
            async scenario =>
            {
                var (listed, history) = (await ListedAsync(scenario.Firm), await HistoryAsync(scenario.Firm));
                history.ShouldBeUnique();
                listed.ShouldBeSubsetOf(history, "whoever is signed in has signed in");
                if (signedIn is not null)
                    listed.ShouldContain(signedIn.Session.Id);
                scenario.Silo.Clock.Advance(TimeSpan.FromHours(1));
            }
        );
    }

    [Fact]
    public async Task Signing_somebody_out()
    {
        StartedSession? session = null;
        await CrashScenario.AtEveryPointAsync(
            async scenario =>
            {
                var person = await scenario.Firm.JoinAsync(scenario.Email);
                session = (await scenario.Firm.SignInAsync(person.UserId)).Session;
                return () => scenario.Firm.MemberSessions.EndSessionAsync(scenario.Firm.Founder, session.Id);
            },
            async scenario =>
            {
                if (scenario.IsAcknowledged)
                    (await scenario.Firm.CheckAsync(session!.Token)).Ended.ShouldBe(SessionEndReason.Revoked);
                scenario.Remind();
                await CrashScenario.EventuallyAsync(async () =>
                {
                    var isLive = (await scenario.Firm.CheckAsync(session!.Token)).Principal is not null;
                    (await ListedAsync(scenario.Firm)).Contains(session.Id).ShouldBe(isLive);
                });
            }
        );
    }

    [Fact]
    public async Task Switching()
    {
        Firm? other = null;
        StartedSession? before = null;
        StartedSession? after = null;
        await CrashScenario.AtEveryPointAsync(
            async scenario =>
            {
                other ??= await scenario.Firm.AlsoFoundAsync("Other LLP");
                (before, after) = ((await scenario.Firm.SignInAsync(scenario.Firm.Founder.UserId)).Session, null);
                return async () =>
                    after = (
                        await scenario.Firm.User(scenario.Firm.Founder.UserId).Sessions.SwitchCompanyAsync(before.Id, other.CompanyId)
                    ).Session;
            },
            async scenario =>
            {
                var isHere = (await ListedAsync(scenario.Firm)).Contains(before!.Id);
                var isThere = (await ListedAsync(other!)).Contains(before.Id);
                (isHere ^ isThere).ShouldBeTrue("it is signed in to one of them, and no other");
                if (after is null)
                    return;
                (await scenario.Firm.CheckAsync(after.Token)).Principal.ShouldNotBeNull().CompanyId.ShouldBe(other!.CompanyId);
                isThere.ShouldBeTrue();
            }
        );
    }

    private static async Task<IReadOnlyList<string>> ListedAsync(Firm firm) =>
        [
            .. (await firm.MemberSessions.ListSessionsAsync(firm.Founder, null, null, Firm.AllOfIt)).Items.Select(session =>
                session.Session.Id
            ),
        ];

    private static async Task<IReadOnlyList<string>> HistoryAsync(Firm firm)
    {
        var page = await firm.MemberSessions.SearchSignInHistoryAsync(
            firm.Founder,
            new SignInSearch(null, null, SignInOutcome.Success, null, null),
            Firm.AllOfIt
        );
        return
        [
            .. page
                .Items.Where(entry => entry.At > firm.Silo.Clock.GetUtcNow() - TimeSpan.FromMinutes(5))
                .Select(entry => entry.SessionId!),
        ];
    }
}

using Kayse.Grains.Sessions;
using Kayse.Grains.Tests.Hosting;

namespace Kayse.Grains.Tests.Users;

public sealed class UserSessionListTests
{
    [Fact]
    public async Task Live_sessions_are_listed_latest_used_first()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);
        var first = (await firm.SignInAsync(firm.Founder.UserId)).Session;
        silo.Clock.Advance(TimeSpan.FromMinutes(1));
        var second = (await firm.SignInAsync(firm.Founder.UserId)).Session;
        silo.Clock.Advance(TimeSpan.FromMinutes(1));
        await firm.CheckAsync(first.Token);

        (await firm.User(firm.Founder.UserId).Sessions.ListSessionsAsync()).Select(session => session.Id).ShouldBe([first.Id, second.Id]);

        silo.Clock.Advance(TimeSpan.FromMinutes(29));
        (await firm.User(firm.Founder.UserId).Sessions.ListSessionsAsync()).Select(session => session.Id).ShouldBe([first.Id]);
    }

    [Fact]
    public async Task All_others_can_be_ended_and_then_everywhere()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);
        var sessions = new List<StartedSession>();
        for (var i = 0; i < 5; i++)
            sessions.Add((await firm.SignInAsync(firm.Founder.UserId)).Session);

        await firm.User(firm.Founder.UserId).Sessions.EndSessionsAsync(sessions[2].Id, SessionEndReason.Revoked);

        foreach (var session in sessions)
            ((await firm.CheckAsync(session.Token)).Principal is not null).ShouldBe(session == sessions[2]);

        await firm.User(firm.Founder.UserId).Sessions.EndSessionsAsync(null, SessionEndReason.SignedOut);
        (await firm.CheckAsync(sessions[2].Token)).Ended.ShouldBe(SessionEndReason.SignedOut);
    }

    [Fact]
    public async Task Nobody_ends_a_session_of_somebody_else()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);
        var member = await firm.JoinAsync("ben@else.example");
        var session = (await firm.SignInAsync(firm.Founder.UserId)).Session;
        (await Refused.CodeAsync(() => firm.User(member.UserId).Sessions.EndSessionAsync(session.Id, SessionEndReason.Revoked))).ShouldBe(
            "not_found"
        );
        (await firm.CheckAsync(session.Token)).Principal.ShouldNotBeNull();
    }

    [Fact]
    public async Task The_101st_live_session_ends_the_one_idle_longest()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);
        var sessions = new List<StartedSession>();
        for (var i = 0; i < 100; i++)
        {
            sessions.Add((await firm.SignInAsync(firm.Founder.UserId)).Session);
            silo.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        await firm.CheckAsync(sessions[0].Token);
        await firm.SignInAsync(firm.Founder.UserId);

        (await firm.CheckAsync(sessions[0].Token)).Principal.ShouldNotBeNull();
        (await firm.CheckAsync(sessions[1].Token)).Ended.ShouldBe(SessionEndReason.Revoked);
        (await firm.User(firm.Founder.UserId).Sessions.ListSessionsAsync()).Count.ShouldBe(100);
    }
}

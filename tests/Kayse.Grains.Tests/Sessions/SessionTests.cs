using Kayse.Grains.Members;
using Kayse.Grains.Sessions;
using Kayse.Grains.Tests.Hosting;
using Kayse.Grains.Tokens;
using Kayse.Grains.Users;

namespace Kayse.Grains.Tests.Sessions;

public sealed class SessionTests
{
    private static readonly TimeSpan _idle = TimeSpan.FromMinutes(30);

    [Fact]
    public async Task A_live_session_says_who_it_is_and_until_when()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);
        var signedIn = await firm.SignInAsync(firm.Founder.UserId);

        var check = await firm.CheckAsync(signedIn.Session.Token);

        check.Principal.ShouldNotBeNull();
        check.Principal.Email.ShouldBe("ada@firm.example");
        check.Principal.Role.ShouldBe(Role.SuperAdmin);
        check.Principal.Permissions.ShouldBe(Permissions.All);
        check.ExpiresAt.ShouldBe(silo.Clock.GetUtcNow() + _idle);
    }

    [Fact]
    public async Task Only_the_hash_of_the_token_is_on_disk()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);
        var token = (await firm.SignInAsync(firm.Founder.UserId)).Session.Token;
        var secret = token[(token.IndexOf('.', StringComparison.Ordinal) + 1)..];

        foreach (
            var file in System
                .IO.Directory.EnumerateFiles(silo.DataDirectory, "kayse.db*")
                .Where(file => !file.EndsWith(".lock", StringComparison.Ordinal))
        )
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(stream, System.Text.Encoding.Latin1);
            (await reader.ReadToEndAsync()).ShouldNotContain(secret);
        }
    }

    [Fact]
    public async Task A_wrong_secret_an_unknown_session_and_an_empty_hash_are_all_unknown()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);
        var session = (await firm.SignInAsync(firm.Founder.UserId)).Session;
        (await firm.CheckAsync(SecretToken.Create(session.Id, out _))).ShouldBe(default);
        (await firm.CheckAsync(SecretToken.Create(EntityId.New(silo.Clock), out _))).ShouldBe(default);
        (await silo.Grains.GetGrain<IUserSessionGrain>(EntityId.New(silo.Clock)).CheckAsync(default)).ShouldBe(default);
    }

    [Fact]
    public async Task It_ends_exactly_at_the_idle_timeout()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);
        var token = (await firm.SignInAsync(firm.Founder.UserId)).Session.Token;

        silo.Clock.Advance(_idle - TimeSpan.FromTicks(1));
        (await firm.CheckAsync(token)).Principal.ShouldNotBeNull("use of it counts from now");
        silo.Clock.Advance(_idle);

        (await firm.CheckAsync(token)).Ended.ShouldBe(SessionEndReason.IdleTimeout);
    }

    [Fact]
    public async Task Use_does_not_carry_it_past_its_absolute_lifetime()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);
        var session = (await firm.SignInAsync(firm.Founder.UserId)).Session;
        for (var i = 0; i < 12 * 4 - 1; i++)
        {
            silo.Clock.Advance(TimeSpan.FromMinutes(15));
            (await firm.CheckAsync(session.Token)).Principal.ShouldNotBeNull();
        }

        silo.Clock.Advance(TimeSpan.FromMinutes(15));
        (await firm.CheckAsync(session.Token)).Ended.ShouldBe(SessionEndReason.Expired);
    }

    [Fact]
    public async Task A_remembered_session_lasts_7_idle_days_and_30_in_all()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);
        var session = (await firm.SignInAsync(firm.Founder.UserId, rememberMe: true)).Session;
        session.IdleTimeout.ShouldBe(TimeSpan.FromDays(7));
        for (var day = 6; day < 30; day += 6)
        {
            silo.Clock.Advance(TimeSpan.FromDays(6));
            (await firm.CheckAsync(session.Token)).Principal.ShouldNotBeNull();
        }

        silo.Clock.Advance(TimeSpan.FromDays(6));
        (await firm.CheckAsync(session.Token)).Ended.ShouldBe(SessionEndReason.Expired);
    }

    [Fact]
    public async Task Timeouts_can_be_configured()
    {
        await using var silo = await TestSilo.StartAsync(
            ("Kayse:Sessions:IdleTimeout", "00:02:00"),
            ("Kayse:Sessions:AbsoluteLifetime", "00:03:00")
        );
        var firm = await Firm.FoundAsync(silo);
        var token = (await firm.SignInAsync(firm.Founder.UserId)).Session.Token;
        silo.Clock.Advance(TimeSpan.FromSeconds(119));
        (await firm.CheckAsync(token)).ExpiresAt.ShouldBe(silo.Clock.GetUtcNow() + TimeSpan.FromSeconds(61));
        silo.Clock.Advance(TimeSpan.FromSeconds(61));
        (await firm.CheckAsync(token)).Ended.ShouldBe(SessionEndReason.Expired);
    }

    [Fact]
    public async Task It_survives_a_restart_and_so_does_its_end()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);
        var (live, ended) = (
            (await firm.SignInAsync(firm.Founder.UserId)).Session,
            (await firm.SignInAsync(firm.Founder.UserId)).Session
        );
        await firm.User(firm.Founder.UserId).Sessions.EndSessionAsync(ended.Id, SessionEndReason.Revoked);

        await silo.RestartAsync(TimeSpan.FromMinutes(5));

        (await firm.CheckAsync(live.Token)).Principal.ShouldNotBeNull();
        (await firm.CheckAsync(ended.Token)).Ended.ShouldBe(SessionEndReason.Revoked);
    }

    [Fact]
    public async Task A_timeout_while_the_silo_was_down_is_a_timeout()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);
        var token = (await firm.SignInAsync(firm.Founder.UserId)).Session.Token;
        await silo.RestartAsync(_idle);
        (await firm.CheckAsync(token)).Ended.ShouldBe(SessionEndReason.IdleTimeout);
    }

    [Fact]
    public async Task The_last_use_before_a_graceful_stop_counts()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);
        var token = (await firm.SignInAsync(firm.Founder.UserId)).Session.Token;
        silo.Clock.Advance(TimeSpan.FromSeconds(50));
        await firm.CheckAsync(token);

        await silo.RestartAsync(_idle - TimeSpan.FromSeconds(1));

        (await firm.CheckAsync(token)).Principal.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_crash_forgets_less_than_a_minute_of_use_and_lengthens_nothing()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);
        var token = (await firm.SignInAsync(firm.Founder.UserId)).Session.Token;
        var signedInAt = silo.Clock.GetUtcNow();
        var grain = silo.Grains.GetGrain<IUserSessionGrain>(
            (await firm.User(firm.Founder.UserId).Sessions.ListSessionsAsync()).Single().Id
        );
        silo.Clock.Advance(TimeSpan.FromSeconds(61));
        await firm.HasNothingToFinishAsync();
        await firm.HasStoredSignInsAsync();
        await firm.CheckAsync(token);
        await silo.FlushUsesAsync();
        silo.Crash.After(writes: 0, isOvertaken: false);
        foreach (var _ in Enumerable.Range(0, 2))
        {
            silo.Clock.Advance(TimeSpan.FromSeconds(19));
            await firm.CheckAsync(token);
        }

        (await grain.GetAsync())!.LastActiveAt.ShouldBe(signedInAt + TimeSpan.FromSeconds(99));
        await silo.RestartAsync();

        // Used at 61 seconds (stored), 80 and 99.
        var lastActive = (await firm.User(firm.Founder.UserId).Sessions.ListSessionsAsync()).Single().LastActiveAt;
        (lastActive - signedInAt).ShouldBe(TimeSpan.FromSeconds(61));
        silo.Clock.Advance(lastActive + _idle - silo.Clock.GetUtcNow());
        (await firm.CheckAsync(token)).Ended.ShouldBe(SessionEndReason.IdleTimeout);
    }

    [Fact]
    public async Task Ending_one_takes_effect_on_the_next_check_and_keeps_its_reason()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);
        var session = (await firm.SignInAsync(firm.Founder.UserId)).Session;
        var grain = silo.Grains.GetGrain<IUserSessionGrain>(session.Id);

        await grain.EndAsync(SessionEndReason.SignedOut);
        await grain.EndAsync(SessionEndReason.Revoked);

        (await firm.CheckAsync(session.Token)).Ended.ShouldBe(SessionEndReason.SignedOut);
        (await firm.CheckAsync(SecretToken.Create(session.Id, out _))).ShouldBe(
            default,
            "why it ended is told only to who holds the secret"
        );
        silo.Clock.Advance(TimeSpan.FromHours(23));
        (await firm.CheckAsync(session.Token)).Ended.ShouldBe(SessionEndReason.SignedOut);
    }

    [Fact]
    public async Task A_changed_membership_is_seen_by_the_next_check_of_every_session_there()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);
        var sessions = new List<StartedSession>();
        for (var i = 0; i < 5; i++)
            sessions.Add((await firm.SignInAsync(firm.Founder.UserId)).Session);
        var version = silo.Clock.GetUtcNow().UtcTicks + 1;

        await firm.User(firm.Founder.UserId)
            .Memberships.PutMembershipAsync(
                new Membership(firm.CompanyId, "Firm", version, Role.User, ["crm.access"], ["family"], MemberStatus.Active)
            );

        foreach (var session in sessions)
        {
            var principal = (await firm.CheckAsync(session.Token)).Principal!;
            principal.Role.ShouldBe(Role.User);
            principal.CaseTypes.ShouldBe(["family"]);
        }

        await firm.User(firm.Founder.UserId)
            .Memberships.PutMembershipAsync(
                new Membership(firm.CompanyId, "Firm", version - 1, Role.Admin, [], null, MemberStatus.Active)
            );
        (await firm.CheckAsync(sessions[0].Token)).Principal!.Role.ShouldBe(Role.User, "an older copy does not replace a newer one");

        await firm.User(firm.Founder.UserId)
            .Memberships.PutMembershipAsync(
                new Membership(firm.CompanyId, "Firm", version + 1, Role.User, [], null, MemberStatus.Deactivated)
            );
        (await firm.CheckAsync(sessions[0].Token)).Ended.ShouldBe(SessionEndReason.Deactivated);
        (await Refused.CodeAsync(() => firm.SignInAsync(firm.Founder.UserId))).ShouldBe("invalid_credentials");
    }
}

using Kayse.Grains.Audit;
using Kayse.Grains.Lists;
using Kayse.Grains.Members;
using Kayse.Grains.Sessions;
using Kayse.Grains.Tests.Hosting;
using Kayse.Grains.Tokens;
using Kayse.Grains.Users;

namespace Kayse.Grains.Tests.Sessions;

/// <summary>Who is signed in to a company, as its admins see it.</summary>
public sealed class CompanySessionTests
{
    private static readonly ClientDevice _phone = new(DeviceKinds.Phone, "Safari", "iOS", "203.0.113.7") { Location = "Germany" };

    [Fact]
    public async Task Live_sessions_are_listed_with_who_where_and_on_what()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);
        var ben = await firm.JoinAsync("ben@else.example");
        await firm.SignInAsync(firm.Founder.UserId);
        silo.Clock.Advance(TimeSpan.FromMinutes(2));
        var signedIn = await firm.User(ben.UserId).SignInAsync(new SignIn(1, firm.CompanyId, _phone, RememberMe: true));

        var page = await ListAsync(firm);

        page.Total.ShouldBe(2);
        page.Items.Select(session => session.FullName).ShouldBe(["Ben Invitee", "Ada Founder"]);
        var listed = page.Items[0];
        (listed.UserId, listed.Email, listed.Session.Id).ShouldBe((ben.UserId, "ben@else.example", signedIn.Session.Id));
        (listed.Session.Device, listed.Session.RememberMe, listed.Session.ExpiresAt).ShouldBe((_phone, true, signedIn.Session.ExpiresAt));
    }

    [Fact]
    public async Task Pages_follow_each_other_while_sessions_come_and_go()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);
        var ids = new List<string>();
        for (var i = 0; i < 7; i++)
        {
            ids.Insert(0, (await firm.SignInAsync(firm.Founder.UserId)).Session.Id);
            silo.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        var first = await firm.MemberSessions.ListSessionsAsync(firm.Founder, null, null, new PageRequest(3, null));
        await firm.SignInAsync(firm.Founder.UserId);
        await firm.User(firm.Founder.UserId).Sessions.EndSessionAsync(ids[2], SessionEndReason.SignedOut);
        var second = await firm.MemberSessions.ListSessionsAsync(firm.Founder, null, null, new PageRequest(3, first.NextCursor));
        var third = await firm.MemberSessions.ListSessionsAsync(firm.Founder, null, null, new PageRequest(3, second.NextCursor));

        first.Items.Concat(second.Items).Concat(third.Items).Select(session => session.Session.Id).ShouldBe(ids);
        third.NextCursor.ShouldBeNull();
    }

    [Fact]
    public async Task Sessions_that_were_signed_out_or_timed_out_are_gone()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);
        var signedOut = (await firm.SignInAsync(firm.Founder.UserId)).Session;
        await firm.SignInAsync(firm.Founder.UserId);
        var kept = (await firm.SignInAsync(firm.Founder.UserId)).Session;

        await firm.User(firm.Founder.UserId).Sessions.EndSessionAsync(signedOut.Id, SessionEndReason.SignedOut);
        (await ListAsync(firm)).Total.ShouldBe(2);

        silo.Clock.Advance(TimeSpan.FromMinutes(20));
        await firm.CheckAsync(kept.Token);
        silo.Clock.Advance(TimeSpan.FromMinutes(15));
        (await ListAsync(firm)).Items.Select(session => session.Session.Id).ShouldBe([kept.Id]);
    }

    [Fact]
    public async Task Session_whose_end_was_never_told_is_not_listed()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);
        var live = (await firm.SignInAsync(firm.Founder.UserId)).Session;
        foreach (var _ in Enumerable.Range(0, 5))
            await Sessions(firm).StartedAsync(Started(firm, firm.Founder.UserId));
        silo.Clock.Advance(TimeSpan.FromMinutes(2));

        var page = await firm.MemberSessions.ListSessionsAsync(firm.Founder, null, null, new PageRequest(5, null));

        page.Items.Select(session => session.Session.Id).ShouldBe([live.Id]);
        (page.Total, page.NextCursor).ShouldBe((1, null));
    }

    [Fact]
    public async Task Session_that_is_about_to_start_is_not_forgotten()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);
        var starting = Started(firm, firm.Founder.UserId);
        await Sessions(firm).StartedAsync(starting);

        (await ListAsync(firm)).Items.ShouldBeEmpty();

        (await Sessions(firm).FindAsync(starting.SessionId)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Sessions_are_found_by_person_and_by_part_of_a_name_or_address()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);
        var ben = await firm.JoinAsync("ben@else.example");
        await firm.SignInAsync(firm.Founder.UserId);
        await firm.SignInAsync(ben.UserId);

        (await FindAsync(ben.UserId, null)).ShouldBe(["Ben Invitee"]);
        (await FindAsync(null, "FOUNDER")).ShouldBe(["Ada Founder"]);
        (await FindAsync(null, "@else.")).ShouldBe(["Ben Invitee"]);
        (await FindAsync(null, "nobody")).ShouldBeEmpty();
        (await FindAsync(ben.UserId, "founder")).ShouldBeEmpty();

        async Task<IEnumerable<string>> FindAsync(string? userId, string? search) =>
            (await firm.MemberSessions.ListSessionsAsync(firm.Founder, userId, search, Firm.AllOfIt)).Items.Select(session =>
                session.FullName
            );
    }

    [Fact]
    public async Task Only_admins_see_sessions_and_history_and_end_sessions()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);
        var user = await firm.JoinAsync("ben@else.example", permissions: Permissions.Grantable);
        var admin = await firm.JoinAsync("cleo@else.example", Role.Admin);
        var session = (await firm.SignInAsync(user.UserId)).Session;

        (await Refused.CodeAsync(() => firm.MemberSessions.ListSessionsAsync(user, null, null, Firm.AllOfIt))).ShouldBe("forbidden");
        (
            await Refused.CodeAsync(() =>
                firm.MemberSessions.SearchSignInHistoryAsync(user, new SignInSearch(null, null, null, null, null), Firm.AllOfIt)
            )
        ).ShouldBe("forbidden");
        (await Refused.CodeAsync(() => firm.MemberSessions.EndSessionAsync(user, session.Id))).ShouldBe("forbidden");
        (
            await Refused.CodeAsync(() =>
                firm.MemberSessions.ListSessionsAsync(new Actor("stranger", "s", null), null, null, Firm.AllOfIt)
            )
        ).ShouldBe("not_found");
        (await firm.MemberSessions.ListSessionsAsync(admin, null, null, Firm.AllOfIt)).Total.ShouldBe(1);
    }

    [Fact]
    public async Task Forced_sign_out_is_seen_by_the_next_check_and_on_record()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);
        var ben = await firm.JoinAsync("ben@else.example");
        var (ended, kept) = ((await firm.SignInAsync(ben.UserId)).Session, (await firm.SignInAsync(ben.UserId)).Session);

        await firm.MemberSessions.EndSessionAsync(firm.Founder, ended.Id);

        (await firm.CheckAsync(ended.Token)).Ended.ShouldBe(SessionEndReason.Revoked);
        (await firm.CheckAsync(kept.Token)).Principal.ShouldNotBeNull();
        (await ListAsync(firm)).Items.Select(session => session.Session.Id).ShouldBe([kept.Id]);
        (await Refused.CodeAsync(() => firm.MemberSessions.EndSessionAsync(firm.Founder, ended.Id))).ShouldBe("not_found");
        var log = await silo
            .Grains.GetGrain<IAuditLogGrain>(firm.CompanyId)
            .ListAsync(AuditFilter.Everything with { Action = AuditActions.SessionEnded }, Firm.AllOfIt);
        var record = log.Items.ShouldHaveSingleItem().Record;
        (record.Actor.UserId, record.Target.Id).ShouldBe((firm.Founder.UserId, ben.UserId));
        record.Changes.ShouldHaveSingleItem().Before.ShouldBe($"\"{ended.Id}\"");
    }

    [Fact]
    public async Task Whoever_is_signed_out_loses_every_session_there_and_none_elsewhere()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);
        var other = await firm.AlsoFoundAsync("Other LLP");
        var here = new[] { (await firm.SignInAsync(firm.Founder.UserId)).Session, (await firm.SignInAsync(firm.Founder.UserId)).Session };
        var elsewhere = (await other.SignInAsync(firm.Founder.UserId)).Session;

        await firm.MemberSessions.SignOutMemberAsync(firm.Founder, firm.Founder.UserId);

        foreach (var session in here)
            (await firm.CheckAsync(session.Token)).Ended.ShouldBe(SessionEndReason.Revoked);
        (await firm.CheckAsync(elsewhere.Token)).Principal.ShouldNotBeNull();
        var log = await silo
            .Grains.GetGrain<IAuditLogGrain>(firm.CompanyId)
            .ListAsync(AuditFilter.Everything with { Action = AuditActions.MemberSignedOut }, Firm.AllOfIt);
        log.Items.ShouldHaveSingleItem().Record.Target.Id.ShouldBe(firm.Founder.UserId);
    }

    [Fact]
    public async Task Members_are_listed_with_and_sorted_by_their_last_use()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);
        var ben = await firm.JoinAsync("ben@else.example");
        await firm.JoinAsync("never@else.example");
        await firm.SignInAsync(ben.UserId);
        var first = silo.Clock.GetUtcNow();
        silo.Clock.Advance(TimeSpan.FromMinutes(1));
        await firm.SignInAsync(firm.Founder.UserId);

        var filter = new MemberFilter(null, null, null, MemberSort.LastActiveAt, Descending: true);
        var members = (await firm.Members.ListMembersAsync(firm.Founder, filter, Firm.AllOfIt)).Items;

        members.Select(member => member.LastActiveAt).ShouldBe([silo.Clock.GetUtcNow(), first, null]);
        members[1].UserId.ShouldBe(ben.UserId);
        (await firm.Members.ListMembersAsync(firm.Founder, filter with { Sort = MemberSort.Name }, Firm.AllOfIt))
            .Items.Single(member => member.UserId == ben.UserId)
            .LastActiveAt.ShouldBe(first);
        (await firm.Members.GetMemberAsync(firm.Founder, ben.UserId)).LastActiveAt.ShouldBe(first);
    }

    [Fact]
    public async Task Nobody_signs_out_somebody_above_them()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);
        var admin = await firm.JoinAsync("cleo@else.example", Role.Admin);
        var session = (await firm.SignInAsync(firm.Founder.UserId)).Session;

        (await Refused.CodeAsync(() => firm.MemberSessions.EndSessionAsync(admin, session.Id))).ShouldBe("forbidden");
        (await Refused.CodeAsync(() => firm.MemberSessions.SignOutMemberAsync(admin, firm.Founder.UserId))).ShouldBe("forbidden");

        (await firm.CheckAsync(session.Token)).Principal.ShouldNotBeNull();
    }

    [Fact]
    public async Task Sessions_of_another_company_are_none_of_its_business()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);
        var other = await Firm.FoundAsync(silo, "zoe@other.example");
        var session = (await other.SignInAsync(other.Founder.UserId)).Session;

        (await Refused.CodeAsync(() => firm.MemberSessions.EndSessionAsync(firm.Founder, session.Id))).ShouldBe("not_found");

        (await other.CheckAsync(session.Token)).Principal.ShouldNotBeNull();
        (await ListAsync(firm)).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task Last_use_is_known_a_minute_later_and_after_a_restart()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);
        var ben = await firm.JoinAsync("ben@else.example");
        var session = (await firm.SignInAsync(firm.Founder.UserId)).Session;
        silo.Clock.Advance(TimeSpan.FromMinutes(10));
        await firm.CheckAsync(session.Token);
        var used = silo.Clock.GetUtcNow();
        silo.Clock.Advance(TimeSpan.FromMinutes(1));

        await Crashes.CrashScenario.EventuallyAsync(async () => (await LastActiveAsync())[firm.Founder.UserId].ShouldBe(used));
        (await LastActiveAsync()).Keys.ShouldNotContain(ben.UserId);

        await silo.RestartAsync(downFor: TimeSpan.FromHours(2));
        (await LastActiveAsync())[firm.Founder.UserId].ShouldBe(used);
        (await Sessions(firm).LastActiveAsync([ben.UserId, firm.Founder.UserId])).Keys.ShouldBe([firm.Founder.UserId]);

        Task<IReadOnlyDictionary<string, DateTimeOffset>> LastActiveAsync() => Sessions(firm).LastActiveAsync(null);
    }

    [Fact]
    public async Task Last_use_costs_a_check_nothing_but_once_a_minute()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);
        var session = (await firm.SignInAsync(firm.Founder.UserId)).Session;
        silo.Clock.Advance(TimeSpan.FromMinutes(2));
        await firm.CheckAsync(session.Token);
        await silo.FlushUsesAsync();
        var told = silo.Clock.GetUtcNow();
        await Crashes.CrashScenario.EventuallyAsync(async () =>
            (await Sessions(firm).LastActiveAsync(null))[firm.Founder.UserId].ShouldBe(told)
        );

        silo.Clock.Advance(TimeSpan.FromSeconds(59));
        (await firm.CheckAsync(session.Token)).Principal.ShouldNotBeNull();
        await firm.Company.GetAsync(firm.Founder);

        (await Sessions(firm).LastActiveAsync(null))[firm.Founder.UserId].ShouldBe(told);
    }

    [Fact]
    public async Task List_survives_a_restart()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);
        foreach (var _ in Enumerable.Range(0, 40))
            await firm.SignInAsync(firm.Founder.UserId);

        await silo.RestartAsync();

        (await ListAsync(firm)).Total.ShouldBe(40);
    }

    private static SessionStarted Started(Firm firm, string userId) =>
        new(
            EntityId.New(firm.Silo.Clock),
            userId,
            "Ada Founder",
            _phone,
            firm.Silo.Clock.GetUtcNow(),
            firm.Silo.Clock.GetUtcNow().AddHours(12),
            IsSwitch: false
        );

    private static ICompanySessionsGrain Sessions(Firm firm) => firm.Silo.Grains.GetGrain<ICompanySessionsGrain>(firm.CompanyId);

    private static Task<Page<CompanySessionView>> ListAsync(Firm firm) =>
        firm.MemberSessions.ListSessionsAsync(firm.Founder, null, null, Firm.AllOfIt);
}

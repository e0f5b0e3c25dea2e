using Kayse.Grains.Members;
using Kayse.Grains.Sessions;
using Kayse.Grains.Tests.Hosting;
using Kayse.Grains.Users;

namespace Kayse.Grains.Tests.Users;

/// <summary>One person in several companies (US-8).</summary>
public sealed class CompanyChoiceTests
{
    [Fact]
    public async Task Sign_in_opens_the_company_joined_first_until_another_is_chosen()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);
        var other = await firm.AlsoFoundAsync("Other LLP");
        (await OpenedAsync(firm)).ShouldBe(firm.CompanyId);

        await User(firm).Memberships.SetDefaultCompanyAsync(other.CompanyId);

        (await OpenedAsync(firm)).ShouldBe(other.CompanyId);
        var companies = await User(firm).Memberships.ListCompaniesAsync();
        companies.DefaultCompanyId.ShouldBe(other.CompanyId);
        companies.Memberships.Select(membership => membership.CompanyId).ShouldBe([firm.CompanyId, other.CompanyId]);
    }

    [Fact]
    public async Task A_dismissed_checklist_stays_dismissed_and_only_in_its_company()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);
        var other = await firm.AlsoFoundAsync("Other LLP");

        await User(firm).Memberships.DismissSetupAsync(other.CompanyId);
        await User(firm).Memberships.DismissSetupAsync(other.CompanyId);

        (await User(firm).Memberships.ListCompaniesAsync()).SetupDismissed.ShouldBe([other.CompanyId]);
        (await Refused.CodeAsync(() => User(firm).Memberships.DismissSetupAsync("01JUSTANID0000000000000000"))).ShouldBe("not_found");
    }

    [Fact]
    public async Task Company_that_has_deactivated_the_person_is_not_offered_nor_opened()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);
        var other = await firm.AlsoFoundAsync("Other LLP");
        var session = (await firm.SignInAsync(firm.Founder.UserId)).Session;
        await User(firm).Memberships.SetDefaultCompanyAsync(other.CompanyId);
        await User(firm)
            .Memberships.PutMembershipAsync(
                new Membership(other.CompanyId, "Other LLP", long.MaxValue, Role.User, [], null, MemberStatus.Deactivated)
            );

        (await OpenedAsync(firm)).ShouldBe(firm.CompanyId);
        (await User(firm).Memberships.ListCompaniesAsync())
            .Memberships.Select(membership => membership.CompanyId)
            .ShouldBe([firm.CompanyId]);
        (await Refused.CodeAsync(() => User(firm).Memberships.SetDefaultCompanyAsync(other.CompanyId))).ShouldBe("not_found");
        (await Refused.CodeAsync(() => User(firm).Sessions.SwitchCompanyAsync(session.Id, other.CompanyId))).ShouldBe("not_found");
    }

    [Fact]
    public async Task Switching_gives_the_session_another_company_and_another_token()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);
        var other = await firm.AlsoFoundAsync("Other LLP");
        var before = (await firm.SignInAsync(firm.Founder.UserId)).Session;

        var after = (await User(firm).Sessions.SwitchCompanyAsync(before.Id, other.CompanyId)).Session;

        after.Id.ShouldBe(before.Id);
        (await firm.CheckAsync(before.Token)).ShouldBe(default);
        var principal = (await firm.CheckAsync(after.Token)).Principal.ShouldNotBeNull();
        (principal.CompanyId, principal.CompanyName, principal.Role).ShouldBe((other.CompanyId, "Other LLP", Role.SuperAdmin));
    }

    [Fact]
    public async Task Who_is_signed_in_is_right_in_both_companies_at_once()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);
        var other = await firm.AlsoFoundAsync("Other LLP");
        var session = (await firm.SignInAsync(firm.Founder.UserId)).Session;

        foreach (var (there, elsewhere) in new[] { (other, firm), (firm, other), (other, firm) })
        {
            await User(firm).Sessions.SwitchCompanyAsync(session.Id, there.CompanyId);
            (await SessionsAsync(there)).ShouldBe([session.Id]);
            (await SessionsAsync(elsewhere)).ShouldBeEmpty();
            silo.Clock.Advance(TimeSpan.FromSeconds(6));
        }

        (await SessionsAsync(other)).ShouldBe([session.Id]);
        var history = await other.MemberSessions.SearchSignInHistoryAsync(
            firm.Founder,
            new SignInSearch(null, null, null, null, null),
            Firm.AllOfIt
        );
        history
            .Items.Select(entry => (entry.Outcome, entry.SessionId))
            .ShouldBe([(SignInOutcome.Switched, session.Id), (SignInOutcome.Switched, session.Id)]);
    }

    [Fact]
    public async Task Nobody_switches_a_session_of_somebody_else_nor_to_a_company_that_is_not_theirs()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);
        var stranger = await Firm.FoundAsync(silo, "zoe@other.example");
        var session = (await firm.SignInAsync(firm.Founder.UserId)).Session;

        (await Refused.CodeAsync(() => User(stranger).Sessions.SwitchCompanyAsync(session.Id, stranger.CompanyId))).ShouldBe("not_found");
        (await Refused.CodeAsync(() => User(firm).Sessions.SwitchCompanyAsync(session.Id, stranger.CompanyId))).ShouldBe("not_found");

        (await firm.CheckAsync(session.Token)).Principal!.CompanyId.ShouldBe(firm.CompanyId);
    }

    [Fact]
    public async Task Forced_sign_out_ends_the_session_where_it_is_now()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);
        var other = await firm.AlsoFoundAsync("Other LLP");
        var before = (await firm.SignInAsync(firm.Founder.UserId)).Session;
        var session = (await User(firm).Sessions.SwitchCompanyAsync(before.Id, other.CompanyId)).Session;

        (await Refused.CodeAsync(() => firm.MemberSessions.EndSessionAsync(firm.Founder, session.Id))).ShouldBe("not_found");
        (await firm.CheckAsync(session.Token)).Principal.ShouldNotBeNull();

        await other.MemberSessions.EndSessionAsync(firm.Founder, session.Id);
        (await firm.CheckAsync(session.Token)).Ended.ShouldBe(SessionEndReason.Revoked);
    }

    private static Person User(Firm firm) => firm.User(firm.Founder.UserId);

    private static async Task<string> OpenedAsync(Firm firm) =>
        (await User(firm).SignInAsync(new SignIn(1, null, ClientDevice.Unknown, false))).ActiveCompanyId;

    private static async Task<IEnumerable<string>> SessionsAsync(Firm firm) =>
        (await firm.MemberSessions.ListSessionsAsync(firm.Founder, null, null, Firm.AllOfIt)).Items.Select(session => session.Session.Id);
}

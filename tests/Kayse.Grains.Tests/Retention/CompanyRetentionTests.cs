using Kayse.Grains.Audit;
using Kayse.Grains.Invitations;
using Kayse.Grains.Members;
using Kayse.Grains.Retention;
using Kayse.Grains.Sessions;
using Kayse.Grains.Tests.Crashes;
using Kayse.Grains.Tests.Hosting;

namespace Kayse.Grains.Tests.Retention;

/// <summary>A company chooses how long it keeps what (CO-14).</summary>
public sealed class CompanyRetentionTests(RetentionSilo retention) : IClassFixture<RetentionSilo>
{
    private static int _firms;
    private readonly TestSilo _silo = retention.Silo;

    [Fact]
    public async Task Admins_choose_but_only_Super_Admins_choose_for_the_audit_log()
    {
        var firm = await FoundAsync();
        var admin = await firm.CreateAsync($"admin-{firm.CompanyId}@firm.example", Role.Admin);
        var user = await firm.CreateAsync($"user-{firm.CompanyId}@firm.example");
        var company = CompanyOf(firm);

        (await Refused.CodeAsync(() => company.SetRetentionAsync(user, new(new(Notifications: 30))))).ShouldBe("forbidden");
        (await Refused.CodeAsync(() => company.SetRetentionAsync(admin, new(new(AuditLog: 400))))).ShouldBe("forbidden");
        await company.SetRetentionAsync(firm.Founder, new(new(AuditLog: 400)));
        (await Refused.CodeAsync(() => company.SetRetentionAsync(admin, new(RetentionDays.Default)))).ShouldBe("forbidden");
        await company.SetRetentionAsync(admin, new(new(Notifications: 30, AuditLog: 400)));

        (await company.GetRetentionAsync(user)).Periods.Select(period => period.Days).ShouldBe([90, 400, 30, 30]);
        (await Refused.CodeAsync(() => company.GetRetentionAsync(Firm.ActorOf("somebody")))).ShouldBe("not_found");
        var changes = (await firm.AuditAsync()).Where(record => record.Action == AuditActions.RetentionUpdated).ToList();
        changes.Select(record => record.Actor.UserId).ShouldBe([firm.Founder.UserId, admin.UserId]);
        changes[1].Changes.ShouldBe([new AuditChange("notificationDays", null, "30", Personal: false)]);
    }

    [Fact]
    public async Task Sign_ins_are_listed_for_the_period_that_was_chosen()
    {
        var firm = await FoundAsync();
        await firm.SignInAsync(firm.Founder.UserId);
        _silo.Clock.Advance(TimeSpan.FromDays(100));
        (await SignInsAsync(firm)).ShouldBe(0);

        await CompanyOf(firm).SetRetentionAsync(firm.Founder, new(new(SignInHistory: 200)));
        await firm.SignInAsync(firm.Founder.UserId);
        _silo.Clock.Advance(TimeSpan.FromDays(150));
        (await SignInsAsync(firm)).ShouldBe(1);
        await CompanyOf(firm).SetRetentionAsync(firm.Founder, new(new(SignInHistory: 149)));

        (await SignInsAsync(firm)).ShouldBe(0);
    }

    [Fact]
    public async Task Ended_invitations_are_hidden_at_once_and_then_deleted()
    {
        var firm = await FoundAsync();
        var invitation = await firm.InviteAsync($"ben-{firm.CompanyId}@else.example");
        await firm.Invitations.RevokeInvitationAsync(firm.Founder, invitation.Id);
        _silo.Clock.Advance(TimeSpan.FromDays(10));
        (await InvitationsAsync(firm)).ShouldBe(1);

        await CompanyOf(firm).SetRetentionAsync(firm.Founder, new(new(EndedInvitations: 8)));

        (await InvitationsAsync(firm)).ShouldBe(0);
        (await Refused.CodeAsync(() => firm.Invitations.GetInvitationAsync(firm.Founder, invitation.Id))).ShouldBe("not_found");
        await CrashScenario.WhileTimePassesAsync(
            _silo,
            TimeSpan.FromDays(3),
            async () => (await _silo.Grains.GetGrain<IInvitationGrain>(invitation.Id).GetAsync()).ShouldBeNull()
        );

        await CompanyOf(firm).SetRetentionAsync(firm.Founder, new(new(EndedInvitations: 365)));
        (await firm.Invitations.ListInvitationsAsync(firm.Founder, null, null, Firm.AllOfIt)).Items.ShouldBeEmpty();
        (await InvitationsAsync(firm)).ShouldBe(0);
    }

    private static ICompanyRetentionGrain CompanyOf(Firm firm) => firm.Silo.Grains.GetGrain<ICompanyRetentionGrain>(firm.CompanyId);

    private Task<Firm> FoundAsync() => Firm.FoundAsync(_silo, $"ada-{Interlocked.Increment(ref _firms)}@firm.example");

    private static async Task<int> SignInsAsync(Firm firm) =>
        (
            await firm.Silo.Grains.GetGrain<ICompanySessionsGrain>(firm.CompanyId)
                .ListHistoryAsync(new SignInHistoryFilter(null, null), Firm.AllOfIt)
        ).Total;

    private static async Task<int> InvitationsAsync(Firm firm) =>
        (await firm.Invitations.ListInvitationsAsync(firm.Founder, null, null, Firm.AllOfIt)).Total;
}

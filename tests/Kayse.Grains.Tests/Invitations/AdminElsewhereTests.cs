using Kayse.Grains.Audit;
using Kayse.Grains.Domains;
using Kayse.Grains.Invitations;
using Kayse.Grains.Members;
using Kayse.Grains.Sessions;
using Kayse.Grains.Tests.Hosting;
using Kayse.Grains.Users;

namespace Kayse.Grains.Tests.Invitations;

/// <summary>Who administers another company is added at once (IN-8), where all companies are the operator's.</summary>
public sealed class AdminElsewhereTests
{
    [Theory, InlineData(Role.SuperAdmin), InlineData(Role.Admin)]
    public async Task An_admin_of_another_company_is_a_member_at_once_and_told_by_mail(Role roleElsewhere)
    {
        await using var silo = await TestSilo.StartAsync(("Kayse:SignUp", "Closed"));
        var (firm, userId, email) = await PersonElsewhereAsync(silo, roleElsewhere);

        var added = (
            await firm.Invitations.InviteAsync(firm.Founder, firm.InvitationOf(email, phone: "+12025550123"))
        ).Member.ShouldNotBeNull();

        added.UserId.ShouldBe(userId);
        added.Role.ShouldBe(Role.User);
        var mail = await silo.Mailbox.NextAsync();
        mail.To.Address.ShouldBe(email);
        mail.Subject.ShouldBe("Ada Founder added you to Firm & Partners on Kayse");
        mail.TextBody.ReplaceLineEndings(" ").ShouldContain("you can leave it at any time");
        (await firm.Invitations.ListInvitationsAsync(firm.Founder, null, null, Firm.AllOfIt)).Total.ShouldBe(0);
        (await firm.SignInAsync(userId)).ActiveCompanyId.ShouldBe(firm.CompanyId);
    }

    [Fact]
    public async Task A_user_of_another_company_is_invited_as_anybody()
    {
        await using var silo = await TestSilo.StartAsync(("Kayse:SignUp", "Closed"));
        var (firm, _, email) = await PersonElsewhereAsync(silo, Role.User);
        (await firm.InviteAsync(email)).Status.ShouldBe(InvitationStatus.Pending);
    }

    [Fact]
    public async Task Where_anybody_signs_up_an_admin_elsewhere_is_added_whose_address_is_in_a_verified_domain()
    {
        await using var silo = await TestSilo.StartAsync();
        var (firm, _, email) = await PersonElsewhereAsync(silo, Role.Admin);
        var domains = silo.Grains.GetGrain<ICompanyDomainsGrain>(firm.CompanyId);
        var domain = await domains.AddAsync(firm.Founder, "other.example");
        var invited = await firm.InviteAsync(email);
        await firm.Invitations.RevokeInvitationAsync(firm.Founder, invited.Id);

        silo.Dns.Publish(domain);
        await domains.VerifyAsync(firm.Founder, domain.Domain);

        (await firm.Invitations.InviteAsync(firm.Founder, firm.InvitationOf(email))).Member.ShouldNotBeNull();
        var elsewhere = await Firm.FoundAsync(silo, "ivy@third.example");
        await elsewhere.InviteAsync(email);
    }

    [Fact]
    public async Task The_rules_of_inviting_hold()
    {
        await using var silo = await TestSilo.StartAsync(("Kayse:SignUp", "Closed"));
        var (firm, _, email) = await PersonElsewhereAsync(silo, Role.Admin);
        var inviter = await firm.JoinAsync("i@else.example", permissions: [Permissions.InviteMembers]);

        (await Refused.CodeAsync(() => firm.Invitations.InviteAsync(inviter, firm.InvitationOf(email, Role.Admin)))).ShouldBe(
            "forbidden"
        );
        await firm.Invitations.InviteAsync(inviter, firm.InvitationOf(email));
        (await Refused.CodeAsync(() => firm.Invitations.InviteAsync(firm.Founder, firm.InvitationOf(email)))).ShouldBe(
            "email_already_member"
        );
    }

    [Fact]
    public async Task The_same_command_again_answers_the_same_member_and_sends_no_second_mail()
    {
        await using var silo = await TestSilo.StartAsync(("Kayse:SignUp", "Closed"));
        var (firm, userId, email) = await PersonElsewhereAsync(silo, Role.Admin);
        var command = firm.InvitationOf(email);
        await firm.Invitations.InviteAsync(firm.Founder, command);
        await silo.Mailbox.NextAsync();

        (await firm.Invitations.InviteAsync(firm.Founder, command)).Member!.UserId.ShouldBe(userId);

        silo.Mailbox.All.Count(mail => mail.To.Address == email && mail.Subject.Contains("added you", StringComparison.Ordinal))
            .ShouldBe(1);
    }

    [Fact]
    public async Task Being_added_is_accounted_for()
    {
        await using var silo = await TestSilo.StartAsync(("Kayse:SignUp", "Closed"));
        var (firm, userId, email) = await PersonElsewhereAsync(silo, Role.Admin);

        await firm.Invitations.InviteAsync(firm.Founder, firm.InvitationOf(email));

        var entry = (
            await silo
                .Grains.GetGrain<IAuditLogGrain>(firm.CompanyId)
                .ListAsync(AuditFilter.Everything with { Action = AuditActions.MemberAdded }, Firm.AllOfIt)
        ).Items.ShouldHaveSingleItem();
        entry.Record.Target.Id.ShouldBe(userId);
        entry.Record.Actor.UserId.ShouldBe(firm.Founder.UserId);
        entry.Record.SessionId.ShouldBe(firm.Founder.SessionId);
    }

    private static async Task<(Firm Firm, string UserId, string Email)> PersonElsewhereAsync(TestSilo silo, Role role)
    {
        var elsewhere = await Firm.FoundAsync(silo, "eve@other.example");
        var firm = await Firm.FoundAsync(silo);
        return role == Role.SuperAdmin
            ? (firm, elsewhere.Founder.UserId, "eve@other.example")
            : (firm, (await elsewhere.JoinAsync("finn@other.example", role)).UserId, "finn@other.example");
    }
}

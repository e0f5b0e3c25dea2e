using Kayse.Grains.Audit;
using Kayse.Grains.Directory;
using Kayse.Grains.Domains;
using Kayse.Grains.Invitations;
using Kayse.Grains.Members;
using Kayse.Grains.Tests.Crashes;
using Kayse.Grains.Tests.Hosting;
using Kayse.Grains.Tokens;

namespace Kayse.Grains.Tests.Members;

public sealed class ProvisioningTests : IClassFixture<ProvisioningTests.SharedSilo>, IAsyncLifetime
{
    private static readonly Actor _directory = Actor.Directory("token", "192.0.2.1");
    private static int _companies;

    private readonly TestSilo _silo;
    private readonly string _domain;
    private Firm _firm = null!;

    public ProvisioningTests(SharedSilo silo) => (_silo, _domain) = (silo.Silo, $"firm{Interlocked.Increment(ref _companies)}.example");

    private ICompanyProvisioningGrain Provisioning => _silo.Grains.GetGrain<ICompanyProvisioningGrain>(_firm.CompanyId);

    public async Task InitializeAsync()
    {
        _firm = await Firm.FoundAsync(_silo, $"ada@{_domain}");
        await ClaimAsync(_firm, _domain);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Only_a_directory_provisions_and_a_directory_does_nothing_else()
    {
        var ben = await ProvisionAsync("ben");

        (await Refused.CodeAsync(() => Provisioning.ProvisionMemberAsync(_firm.Founder, Command("cleo")))).ShouldBe("not_found");
        (await Refused.CodeAsync(() => Provisioning.RemoveProvisionedAsync(_firm.Founder, ben.UserId))).ShouldBe("not_found");
        (await Refused.CodeAsync(() => Provisioning.ListProvisionedAsync(_firm.Founder, null))).ShouldBe("not_found");
        (await Refused.CodeAsync(() => _firm.Members.RemoveMemberAsync(_directory, ben.UserId))).ShouldBe("not_found");
        (await Refused.CodeAsync(() => _firm.InviteAsync(_directory, _firm.InvitationOf("dan@else.example")))).ShouldBe("not_found");
    }

    [Fact]
    public async Task Somebody_new_has_no_password_and_may_do_nothing_yet()
    {
        var command = Command("ben");

        var (member, outcome) = await Provisioning.ProvisionMemberAsync(_directory, command);

        (member.UserId, outcome, member.Role).ShouldBe((command.UserId, ProvisioningOutcome.Created, Role.User));
        (member.Access.CaseAccess, member.Access.AgentAccess).ShouldBe((AccessMode.Assigned, AccessMode.Assigned));
        (member.Access.ScopeIds.Count, member.Access.AgentIds.Count).ShouldBe((0, 0));
        var person = _firm.User(member.UserId);
        (await person.Credentials.GetCredentialAsync())!.PasswordHash.ShouldBeEmpty();
        (await person.Email.IsEmailVerifiedAsync()).ShouldBeTrue();
        var record = (await _firm.AuditAsync())[^1];
        (record.Action, record.Actor.UserId, record.Actor.Name).ShouldBe((AuditActions.MemberCreated, null, "Your identity provider"));
        (await Provisioning.ProvisionMemberAsync(_directory, command)).Outcome.ShouldBe(ProvisioningOutcome.Unchanged);
    }

    [Fact]
    public async Task Addresses_of_domains_that_the_company_has_not_verified_are_refused()
    {
        var other = await Firm.FoundAsync(_silo, $"eve@other-{_domain}");
        await ClaimAsync(other, $"other-{_domain}");

        foreach (
            var email in new[] { "ben@nobodys.example", $"ben@other-{_domain}", $"ben@sub.{_domain}", $"ben@{_domain}.evil.example" }
        )
        {
            var command = Command("ben") with { Email = email };
            (await Refused.CodeAsync(() => Provisioning.ProvisionMemberAsync(_directory, command))).ShouldBe("email_domain_not_verified");
        }

        (
            await Refused.CodeAsync(() => Provisioning.ProvisionMemberAsync(_directory, Command("ben") with { Email = "no address" }))
        ).ShouldBe("email_invalid");
    }

    [Fact]
    public async Task Somebody_who_proved_their_address_joins_with_their_account_and_is_told()
    {
        var other = await Firm.FoundAsync(_silo, $"eve@{_domain}");

        var (member, outcome) = await Provisioning.ProvisionMemberAsync(_directory, Command("eve"));

        (member.UserId, outcome).ShouldBe((other.Founder.UserId, ProvisioningOutcome.Added));
        (await _firm.User(member.UserId).Credentials.GetCredentialAsync())!.PasswordHash.ShouldBe("hash");
        (await other.MemberAsync(member.UserId)).Role.ShouldBe(Role.SuperAdmin);
        await CrashScenario.EventuallyAsync(() =>
        {
            _silo.Mailbox.All.ShouldContain(mail => mail.To.Address == $"eve@{_domain}" && mail.Subject.Contains("added you"));
            return Task.CompletedTask;
        });
    }

    [Fact]
    public async Task Whoever_took_an_address_without_proving_it_loses_their_password_and_sessions()
    {
        var squatter = await Firm.FoundUnverifiedAsync(_silo, $"ben@{_domain}");
        var session = await squatter.SignInAsync(squatter.Founder.UserId);

        var member = await ProvisionAsync("ben");

        member.UserId.ShouldBe(squatter.Founder.UserId);
        (await _firm.User(member.UserId).Credentials.GetCredentialAsync())!.PasswordHash.ShouldBeEmpty();
        (await _firm.CheckAsync(session.Session.Token)).Principal.ShouldBeNull();
    }

    [Fact]
    public async Task A_pending_invitation_gives_way_with_its_seat()
    {
        var invited = await _firm.InviteAsync($"ben@{_domain}");
        await _firm.Company.UpdateAsync(_firm.Founder, new(null, null, null, null, null, null, null) { SeatLimit = new(2) });

        (await Refused.CodeAsync(() => Provisioning.ProvisionMemberAsync(_directory, Command("cleo")))).ShouldBe("seat_limit_reached");
        (await ProvisionAsync("ben")).Email.ShouldBe($"ben@{_domain}");

        (await _firm.StatusOfAsync(invited.Id)).ShouldBe(InvitationStatus.Revoked);
    }

    [Fact]
    public async Task Access_that_is_taken_away_ends_sessions_at_once_and_only_the_directory_gives_it_back()
    {
        var ben = await ProvisionAsync("ben");
        var session = await _firm.SignInAsync(ben.UserId);

        await Provisioning.DeactivateProvisionedAsync(_directory, ben.UserId);

        (await _firm.CheckAsync(session.Session.Token)).Principal.ShouldBeNull();
        (await Provisioning.IsDeprovisionedAsync(_directory, ben.UserId)).ShouldBeTrue();
        (await SignInCodeAsync("ben")).ShouldBe("member_deprovisioned");
        (await Refused.CodeAsync(() => _firm.InviteAsync(ben.Email))).ShouldBe("email_already_member");
        (await Provisioning.ProvisionMemberAsync(_directory, Command("ben"))).Outcome.ShouldBe(ProvisioningOutcome.Reactivated);
        (await Provisioning.IsDeprovisionedAsync(_directory, ben.UserId)).ShouldBeFalse();
    }

    [Fact]
    public async Task Whom_the_directory_removed_no_invitation_and_no_sign_in_brings_back()
    {
        var ben = await ProvisionAsync("ben");
        await Provisioning.RemoveProvisionedAsync(_directory, ben.UserId);

        (await SignInCodeAsync("ben")).ShouldBe("member_deprovisioned");
        (await Refused.CodeAsync(() => _firm.InviteAsync(ben.Email))).ShouldBe("member_deprovisioned");
        (await Refused.CodeAsync(() => _firm.Accounts.CreateMemberAsync(_firm.Founder, _firm.NewMember(ben.Email)))).ShouldBe(
            "member_deprovisioned"
        );
        (await Refused.CodeAsync(() => Provisioning.RemoveProvisionedAsync(_directory, ben.UserId))).ShouldBe("not_found");

        (await ProvisionAsync("ben")).UserId.ShouldBe(ben.UserId);
        (await Provisioning.IsDeprovisionedAsync(_directory, ben.UserId)).ShouldBeFalse();
    }

    [Fact]
    public async Task An_invitation_to_an_address_that_they_got_since_does_not_bring_them_back_either()
    {
        var ben = await ProvisionAsync("ben");
        var (_, token) = await _firm.InviteByMailAsync($"benjamin@private-{_domain}");
        await _silo.Grains.GetGrain<IEmailAddressGrain>($"benjamin@private-{_domain}").ClaimAsync(ben.UserId);
        await Provisioning.RemoveProvisionedAsync(_directory, ben.UserId);

        (await Refused.CodeAsync(() => _firm.AcceptAsync(token, existingUserId: ben.UserId))).ShouldBe("member_deprovisioned");
    }

    [Fact]
    public async Task Whom_an_admin_deactivated_or_removed_neither_directory_nor_sign_in_brings_back_unasked()
    {
        var ben = await ProvisionAsync("ben");
        await _firm.Members.DeactivateMemberAsync(_firm.Founder, ben.UserId);

        (await Provisioning.ReactivateProvisionedAsync(_directory, ben.UserId)).Status.ShouldBe(MemberStatus.Deactivated);
        (await Provisioning.ProvisionMemberAsync(_directory, Command("ben"))).Member.Status.ShouldBe(MemberStatus.Deactivated);
        (await SignInCodeAsync("ben")).ShouldBe("member_deprovisioned");

        await _firm.Members.RemoveMemberAsync(_firm.Founder, ben.UserId);
        (await SignInCodeAsync("ben")).ShouldBe("member_deprovisioned");
        (await _firm.InviteAsync(ben.Email)).ShouldNotBeNull();
    }

    [Fact]
    public async Task The_last_super_admin_stays_and_no_directory_changes_what_one_may_do()
    {
        (await Refused.CodeAsync(() => Provisioning.DeactivateProvisionedAsync(_directory, _firm.Founder.UserId))).ShouldBe(
            "last_super_admin"
        );
        (await Refused.CodeAsync(() => Provisioning.RemoveProvisionedAsync(_directory, _firm.Founder.UserId))).ShouldBe(
            "last_super_admin"
        );

        var founder = await Provisioning.SetProvisionedAccessAsync(_directory, _firm.Founder.UserId, ProvisionedAccess.Nothing);
        founder.Role.ShouldBe(Role.SuperAdmin);
        var ben = await ProvisionAsync("ben");
        var raised = await Provisioning.SetProvisionedAccessAsync(_directory, ben.UserId, new() { Role = Role.SuperAdmin });
        raised.Role.ShouldBe(Role.Admin);
    }

    [Fact]
    public async Task With_nothing_also_what_an_admin_granted_is_gone()
    {
        var ben = await ProvisionAsync("ben");
        var scope = await _firm.Scopes.CreateScopeAsync(_firm.Founder, new(EntityId.New(_silo.Clock), "Intake", ["intake"]));
        var given = new ProvisionedAccess { ScopeIds = [scope.Id, "gone"], AgentIds = ["a1"] };
        await Provisioning.SetProvisionedAccessAsync(_directory, ben.UserId, given);
        var granted = new AccessChange(Permissions: [Permissions.InviteMembers]);
        await _firm.Members.UpdateMemberAsync(_firm.Founder, ben.UserId, new(Access: granted));

        var kept = await Provisioning.SetProvisionedAccessAsync(_directory, ben.UserId, given);
        kept.Access.ScopeIds.ShouldBe([scope.Id]);
        kept.Access.AgentIds.ShouldBe(["a1"]);
        kept.Access.Permissions.ShouldBe([Permissions.InviteMembers]);
        var after = await Provisioning.SetProvisionedAccessAsync(_directory, ben.UserId, ProvisionedAccess.Nothing);
        (after.Access.ScopeIds.Count, after.Access.AgentIds.Count, after.Access.Permissions.Count).ShouldBe((0, 0, 0));
    }

    private async Task<MemberView> ProvisionAsync(string name) =>
        (await Provisioning.ProvisionMemberAsync(_directory, Command(name))).Member;

    private Task<string> SignInCodeAsync(string name) =>
        Refused.CodeAsync(() => Provisioning.ProvisionMemberAsync(_directory, Command(name) with { Reason = ProvisioningReason.SignIn }));

    private ProvisionMember Command(string name) =>
        new(EntityId.New(_silo.Clock), "Ben Provisioned", $"{name}@{_domain}", ProvisioningReason.Directory);

    private Task<string> ClaimAsync(Firm firm, string domain) => _silo.Grains.GetGrain<IDomainGrain>(domain).ClaimAsync(firm.CompanyId);

    public sealed class SharedSilo : IAsyncLifetime
    {
        internal TestSilo Silo { get; private set; } = null!;

        public async Task InitializeAsync() => Silo = await TestSilo.StartAsync();

        public async Task DisposeAsync() => await Silo.DisposeAsync();
    }
}

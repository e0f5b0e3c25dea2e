using Kayse.Grains.Audit;
using Kayse.Grains.Errors;
using Kayse.Grains.Members;
using Kayse.Grains.Sessions;
using Kayse.Grains.Tests.Hosting;
using Kayse.Grains.Users;

namespace Kayse.Grains.Tests.Members;

/// <summary>IN-9, ME-5, PR-4: what a company does with the accounts of its members.</summary>
public sealed class MemberAccountTests : IAsyncLifetime
{
    private const string Phone = "+4915112000001";
    private TestSilo _silo = null!;
    private Firm _firm = null!;

    public async Task InitializeAsync()
    {
        _silo = await TestSilo.StartAsync();
        _firm = await Firm.FoundAsync(_silo);
    }

    public async Task DisposeAsync() => await _silo.DisposeAsync();

    [Fact]
    public async Task A_created_member_signs_in_without_a_mail_and_must_change_the_password()
    {
        var command = _firm.NewMember("Cleo@Firm.example", Role.User, "crm.access") with { PhoneNumber = Phone, JobTitle = "Clerk" };
        var member = await _firm.Accounts.CreateMemberAsync(_firm.Founder, command);

        (member.Email, member.PhoneNumber, member.JobTitle, member.Role).ShouldBe(("cleo@firm.example", Phone, "Clerk", Role.User));
        var signedIn = await _firm.SignInAsync(member.UserId);
        signedIn.Restriction.ShouldBe(SessionRestriction.PasswordChange);
        _silo.Mailbox.All.ShouldBeEmpty();
        (await _firm.AuditAsync())[^1].Action.ShouldBe(AuditActions.MemberCreated);
        (await _firm.Accounts.CreateMemberAsync(_firm.Founder, command)).UserId.ShouldBe(member.UserId, "a repetition gives the same");
    }

    [Fact]
    public async Task Nobody_is_created_with_an_address_or_number_that_is_taken()
    {
        var elsewhere = await Firm.FoundAsync(_silo, "eve@else.example", "+4915112000002");
        await _firm.InviteAsync("dan@firm.example", phone: Phone);

        (await CreateAsync("eve@else.example")).ShouldBe("email_in_use");
        (await CreateAsync("ada@firm.example")).ShouldBe("email_already_member");
        (await CreateAsync("dan@firm.example")).ShouldBe("email_already_invited");
        (await CreateAsync("new@firm.example", Phone)).ShouldBe("phone_already_invited");
        (await _firm.OwnerOfAsync("new@firm.example")).ShouldBeNull("of a refusal nothing is left");
        (await _firm.OwnerOfAsync("eve@else.example")).ShouldBe(elsewhere.Founder.UserId);
        (await CreateAsync("new@firm.example", "+4915112000002")).ShouldBe("created", "other companies' numbers are nobody's business");
        (await CreateAsync("newer@firm.example", "+4915112000002")).ShouldBe("phone_in_use");
    }

    [Fact]
    public async Task A_User_who_invites_creates_Users_only()
    {
        var ben = await _firm.JoinAsync("ben@firm.example", permissions: ["members.invite"]);

        (await Refused.CodeAsync(() => _firm.Accounts.CreateMemberAsync(ben, _firm.NewMember("a@firm.example", Role.Admin)))).ShouldBe(
            "forbidden"
        );
        (await Refused.CodeAsync(() => _firm.Accounts.PrepareCreateMemberAsync(ben, Role.Admin))).ShouldBe("forbidden");
        (
            await Refused.CodeAsync(() =>
                _firm.Accounts.CreateMemberAsync(ben, _firm.NewMember("a@firm.example", Role.User, "crm.access"))
            )
        ).ShouldBe("forbidden");
        (await _firm.Accounts.CreateMemberAsync(ben, _firm.NewMember("a@firm.example"))).Role.ShouldBe(Role.User);
    }

    [Fact]
    public async Task A_password_that_an_admin_sets_ends_sessions_and_must_be_changed()
    {
        var ben = await _firm.JoinAsync("ben@firm.example");
        var token = (await _firm.SignInAsync(ben.UserId)).Session.Token;
        await _firm.Accounts.SetMemberPasswordAsync(_firm.Founder, ben.UserId, "another hash");

        (await _firm.CheckAsync(token)).Ended.ShouldBe(SessionEndReason.PasswordChanged);
        (await _firm.User(ben.UserId).Credentials.GetCredentialAsync())!.PasswordHash.ShouldBe("another hash");
        (await _firm.User(ben.UserId).SignInAsync(new SignIn(2, null, ClientDevice.Unknown, false))).Restriction.ShouldBe(
            SessionRestriction.PasswordChange
        );
        (await _firm.AuditAsync())[^1]
            .ShouldSatisfyAllConditions(
                record => record.Action.ShouldBe(AuditActions.MemberPasswordSet),
                record => record.Changes.ShouldBeEmpty()
            );
    }

    [Fact]
    public async Task No_company_gets_a_hold_on_a_person_who_is_in_another_too()
    {
        var other = await Firm.FoundAsync(_silo, "eve@else.example");
        await _firm.AcceptAsync((await _firm.InviteByMailAsync("eve@else.example")).Token, existingUserId: other.Founder.UserId);
        var token = (await other.SignInAsync(other.Founder.UserId)).Session.Token;

        (await Refused.CodeAsync(() => _firm.Accounts.SetMemberPasswordAsync(_firm.Founder, other.Founder.UserId, "mine"))).ShouldBe(
            "forbidden"
        );
        (await Refused.CodeAsync(() => _firm.Accounts.DeleteAccountAsync(_firm.Founder, other.Founder.UserId))).ShouldBe(
            "member_elsewhere"
        );
        (await _firm.User(other.Founder.UserId).Credentials.GetCredentialAsync())!.PasswordHash.ShouldBe("hash");
        await _firm.MemberSessions.SignOutMemberAsync(_firm.Founder, other.Founder.UserId);
        (await _firm.CheckAsync(token)).Principal.ShouldNotBeNull("an admin ends the sessions of their own company");
    }

    [Fact]
    public async Task A_reset_link_is_mailed_and_ends_sessions()
    {
        var ben = await _firm.CreateAsync("ben@firm.example");
        var token = (await _firm.SignInAsync(ben.UserId)).Session.Token;
        await _firm.Accounts.SendMemberPasswordResetAsync(_firm.Founder, ben.UserId);

        (await _firm.CheckAsync(token)).Ended.ShouldBe(SessionEndReason.Revoked);
        (await _silo.Mailbox.NextAsync()).TextBody.ShouldContain("/reset-password#token=");
        (await _firm.AuditAsync())[^1].Action.ShouldBe(AuditActions.MemberPasswordResetSent);
    }

    [Fact]
    public async Task Nobody_sets_their_own_password_or_that_of_somebody_above_them()
    {
        var admin = await _firm.CreateAsync("admin@firm.example", Role.Admin);

        var editor = await _firm.JoinAsync("editor@firm.example", permissions: [Permissions.UpdateMembers]);
        var other = await _firm.JoinAsync("other@firm.example", permissions: ["crm.access"]);
        (await Refused.CodeAsync(() => _firm.Accounts.SetMemberPasswordAsync(editor, other.UserId, "x"))).ShouldBe(
            "forbidden",
            "it would open what the other may do"
        );
        (await Refused.CodeAsync(() => _firm.Accounts.SetMemberPasswordAsync(admin, admin.UserId, "x"))).ShouldBe("own_role");
        (await Refused.CodeAsync(() => _firm.Accounts.SetMemberPasswordAsync(admin, _firm.Founder.UserId, "x"))).ShouldBe("forbidden");
        (await Refused.CodeAsync(() => _firm.Accounts.SendMemberPasswordResetAsync(admin, _firm.Founder.UserId))).ShouldBe("forbidden");
        (await Refused.CodeAsync(() => _firm.Accounts.DeleteAccountAsync(admin, _firm.Founder.UserId))).ShouldBe("forbidden");
    }

    [Fact]
    public async Task Of_a_deleted_account_nothing_names_the_person()
    {
        var other = await Firm.FoundAsync(_silo, "eve@else.example");
        var eve = await _firm.JoinAsync("cleo@firm.example", Role.Admin, phone: Phone);
        await other.AcceptAsync((await other.InviteByMailAsync("cleo@firm.example")).Token, existingUserId: eve.UserId);
        await other.Members.RemoveMemberAsync(other.Founder, eve.UserId);
        var token = (await _firm.SignInAsync(eve.UserId)).Session.Token;
        await _firm.Members.UpdateMemberAsync(
            eve,
            (await _firm.CreateAsync("dan@firm.example")).UserId,
            new UpdateMember(JobTitle: new("Clerk"))
        );

        await _firm.Accounts.DeleteAccountAsync(_firm.Founder, eve.UserId);

        (await _firm.CheckAsync(token)).Principal.ShouldBeNull();
        (await _firm.User(eve.UserId).Profile.GetAsync()).ShouldBeNull();
        (await _firm.User(eve.UserId).Credentials.GetCredentialAsync()).ShouldBeNull();
        (await _firm.Members.ListMembersAsync(_firm.Founder, Firm.AllOfIt)).Total.ShouldBe(2);
        foreach (var firm in new[] { _firm, other })
        {
            var about = (await firm.AuditAsync())
                .Where(record => record.Target.Id == eve.UserId || record.Actor.UserId == eve.UserId)
                .ToList();
            about.ShouldNotBeEmpty();
            about.Where(record => record.Target.Id == eve.UserId).ShouldAllBe(record => record.Target.Name == AuditEntry.DeletedPerson);
            about.Where(record => record.Actor.UserId == eve.UserId).ShouldAllBe(record => record.Actor.Name == AuditEntry.DeletedPerson);
            about
                .SelectMany(record => record.Changes)
                .ShouldAllBe(change => !$"{change.Before}{change.After}".Contains("cleo", StringComparison.OrdinalIgnoreCase));
        }

        (await _firm.AuditAsync()).ShouldContain(record => record.Action == AuditActions.MemberAccountDeleted);
        (await CreateAsync("cleo@firm.example", Phone)).ShouldBe("created", "address and number are free again");
    }

    private async Task<string> CreateAsync(string email, string? phone = null)
    {
        try
        {
            await _firm.Accounts.CreateMemberAsync(_firm.Founder, _firm.NewMember(email) with { PhoneNumber = phone });
            return "created";
        }
        catch (RefusedException refused)
        {
            return refused.Code;
        }
    }
}

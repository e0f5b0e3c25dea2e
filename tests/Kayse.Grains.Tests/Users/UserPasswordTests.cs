using Kayse.Grains.Companies;
using Kayse.Grains.Errors;
using Kayse.Grains.Mail;
using Kayse.Grains.Members;
using Kayse.Grains.Passwords;
using Kayse.Grains.Sessions;
using Kayse.Grains.Tests.Hosting;
using Kayse.Grains.Tokens;
using Kayse.Grains.Users;

namespace Kayse.Grains.Tests.Users;

public sealed class UserPasswordTests
{
    [Fact]
    public async Task A_password_that_an_admin_sets_ends_every_session_and_restricts_the_next()
    {
        await using var silo = await TestSilo.StartAsync();
        var (firm, member) = await FirmWithMemberAsync(silo);
        var before = (await firm.SignInAsync(member)).Session;

        await firm.User(member).Credentials.SetPasswordAsync(new SetPassword(firm.CompanyId, "Firm & Partners", "set by the admin"));

        (await firm.CheckAsync(before.Token)).Ended.ShouldBe(SessionEndReason.PasswordChanged);
        var mail = await silo.Mailbox.NextAsync();
        mail.Subject.ShouldBe("Your Kayse password was changed");
        mail.TextBody.ReplaceLineEndings(" ").ShouldContain("An administrator of Firm & Partners set a new password");
        await Should.ThrowAsync<RefusedException>(() => SignInAsync(firm, member, version: 1));
        var signedIn = await SignInAsync(firm, member, version: 2);
        signedIn.Restriction.ShouldBe(SessionRestriction.PasswordChange);
        (await firm.CheckAsync(signedIn.Session.Token)).Principal!.Restriction.ShouldBe(SessionRestriction.PasswordChange);
    }

    [Fact]
    public async Task A_restriction_stays_when_the_company_changes_something_and_goes_with_the_change_of_the_password()
    {
        await using var silo = await TestSilo.StartAsync();
        var (firm, member) = await FirmWithMemberAsync(silo);
        await firm.User(member).Credentials.SetPasswordAsync(new SetPassword(firm.CompanyId, "Firm", "set by the admin"));
        var session = (await SignInAsync(firm, member, version: 2)).Session;

        await firm.User(member)
            .Memberships.PutMembershipAsync(
                new Membership(firm.CompanyId, "Renamed", long.MaxValue, Role.Admin, [], null, MemberStatus.Active)
            );

        var principal = (await firm.CheckAsync(session.Token)).Principal!;
        (principal.CompanyName, principal.Restriction).ShouldBe(("Renamed", SessionRestriction.PasswordChange));
        var renewed = await firm.User(member).Credentials.ChangePasswordAsync(new ChangePassword(2, "chosen", session.Id));
        (await firm.CheckAsync(renewed!.Session.Token)).Principal!.Restriction.ShouldBe(SessionRestriction.None);
    }

    [Fact]
    public async Task Somebody_made_with_a_password_that_must_change_is_restricted_at_once()
    {
        await using var silo = await TestSilo.StartAsync();
        var (firm, id) = (await Firm.FoundAsync(silo), EntityId.New(silo.Clock));
        await firm.User(id)
            .Profile.RegisterAsync(
                new RegisterUser("Cy Initial", "cy@else.example", null, "initial", null) { MustChangePassword = true }
            );
        await firm.User(id)
            .Memberships.PutMembershipAsync(new Membership(firm.CompanyId, "Firm", 1, Role.User, [], null, MemberStatus.Active));

        (await SignInAsync(firm, id, version: 1)).Restriction.ShouldBe(SessionRestriction.PasswordChange);
    }

    [Fact]
    public async Task An_admin_can_not_set_the_password_of_somebody_who_is_in_another_company_too()
    {
        await using var silo = await TestSilo.StartAsync();
        var (firm, member) = await FirmWithMemberAsync(silo);
        await firm.User(member)
            .Memberships.PutMembershipAsync(
                new Membership("another", "Another Firm", 1, Role.SuperAdmin, [], null, MemberStatus.Deactivated)
            );
        var session = (await firm.SignInAsync(member)).Session;

        (
            await Refused.CodeAsync(() =>
                firm.User(member).Credentials.SetPasswordAsync(new SetPassword(firm.CompanyId, "Firm", "set by the admin"))
            )
        ).ShouldBe("forbidden");

        (await firm.CheckAsync(session.Token)).Principal.ShouldNotBeNull();
        (await SignInAsync(firm, member, version: 1)).Restriction.ShouldBe(SessionRestriction.None);
    }

    [Fact]
    public async Task A_password_that_an_admin_has_set_is_void_once_it_would_open_another_company()
    {
        await using var silo = await TestSilo.StartAsync();
        var (firm, member) = await FirmWithMemberAsync(silo);
        var set = new SetPassword(firm.CompanyId, "Firm", "set by the admin");
        await firm.User(member).Credentials.SetPasswordAsync(set);
        await firm.User(member).Credentials.SendPasswordResetAsync(new SendPasswordReset("link", null));
        await firm.User(member)
            .Memberships.PutMembershipAsync(
                new Membership(firm.CompanyId, "Firm", long.MaxValue, Role.User, [], null, MemberStatus.Active)
            );
        (await firm.User(member).Credentials.GetCredentialAsync())!.PasswordHash.ShouldBe("set by the admin");

        await firm.User(member)
            .Memberships.PutMembershipAsync(new Membership("another", "Another Firm", 1, Role.Admin, [], null, MemberStatus.Active));
        await firm.User(member).Credentials.SetPasswordAsync(set);

        (await firm.User(member).Credentials.GetCredentialAsync()).ShouldBe(new UserCredential("", 3) { MustChange = true });
        await Should.ThrowAsync<RefusedException>(() => SignInAsync(firm, member, version: 2));
        await silo.Mailbox.NextAsync();
        await silo.Mailbox.NextAsync();
        var link = silo.Mailbox.All.Single(mail => mail.Subject == "Reset your Kayse password");
        SecretToken.TryParse(TestMailbox.TokenIn(link), out var secret).ShouldBeTrue();
        await firm.User(member).Credentials.ResetPasswordAsync(new ResetPassword(secret.Hash, "chosen"));
        (await SignInAsync(firm, member, version: 4)).Restriction.ShouldBe(SessionRestriction.None);
    }

    [Fact]
    public async Task A_repeated_setting_undoes_nothing_that_came_after_it()
    {
        await using var silo = await TestSilo.StartAsync();
        var (firm, member) = await FirmWithMemberAsync(silo);
        var set = new SetPassword(firm.CompanyId, "Firm", "set by the admin");
        await firm.User(member).Credentials.SetPasswordAsync(set);
        await firm.User(member).Credentials.SetPasswordAsync(set);
        var session = (await SignInAsync(firm, member, version: 2)).Session;
        var renewed = await firm.User(member).Credentials.ChangePasswordAsync(new ChangePassword(2, "chosen", session.Id));

        await firm.User(member).Credentials.SetPasswordAsync(set);

        (await firm.User(member).Credentials.GetCredentialAsync()).ShouldBe(new UserCredential("chosen", 3));
        (await firm.CheckAsync(renewed!.Session.Token)).Principal.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_link_that_an_admin_sends_ends_every_session_and_says_who_sent_it()
    {
        await using var silo = await TestSilo.StartAsync();
        var (firm, member) = await FirmWithMemberAsync(silo);
        var session = (await firm.SignInAsync(member)).Session;

        await firm.User(member)
            .Credentials.SendPasswordResetAsync(new SendPasswordReset("once", new AskingCompany(firm.CompanyId, "Firm & Partners")));
        await firm.User(member)
            .Credentials.SendPasswordResetAsync(new SendPasswordReset("once", new AskingCompany(firm.CompanyId, "Firm & Partners")));

        (await firm.CheckAsync(session.Token)).Ended.ShouldBe(SessionEndReason.Revoked);
        var mail = await silo.Mailbox.NextAsync();
        mail.TextBody.ReplaceLineEndings(" ").ShouldContain("An administrator of Firm & Partners asked you to reset the password");
        silo.Mailbox.All.Count(sent => sent.Subject == mail.Subject).ShouldBe(1);
        (await LookUpAsync(silo, TestMailbox.TokenIn(mail))).Email.ShouldBe("ben@else.example");
        (await SignInAsync(firm, member, version: 1)).Restriction.ShouldBe(
            SessionRestriction.None,
            "the password stays until the link is used"
        );
    }

    [Fact]
    public async Task Nobody_is_sent_no_link() // Whether there is somebody the caller knows; a stranger never gets this far.
    {
        await using var silo = await TestSilo.StartAsync();
        var nobody = new Person(silo.Grains, EntityId.New(silo.Clock));
        (await Refused.CodeAsync(() => nobody.Credentials.SendPasswordResetAsync(new SendPasswordReset("once", null)))).ShouldBe(
            "not_found"
        );
        (await Refused.CodeAsync(() => nobody.Credentials.SetPasswordAsync(new SetPassword("company", "Firm", "hash")))).ShouldBe(
            "not_found"
        );
        (await nobody.Credentials.GetPasswordHistoryAsync()).ShouldBeNull();
    }

    [Fact]
    public async Task A_link_that_still_waits_is_not_sent_once_there_is_another()
    {
        await using var silo = await TestSilo.StartAsync();
        var (firm, member) = await FirmWithMemberAsync(silo);
        silo.Mailbox.Failure = new IOException("The mail server is down.");
        await firm.User(member).Credentials.SendPasswordResetAsync(new SendPasswordReset("first", null));
        await silo.Mailbox.NextAttemptAsync();
        await firm.User(member).Credentials.SendPasswordResetAsync(new SendPasswordReset("second", null));
        silo.Mailbox.Failure = null;
        silo.Clock.Advance(TimeSpan.FromMinutes(1));

        var mail = await silo.Mailbox.NextAsync();

        (await LookUpAsync(silo, TestMailbox.TokenIn(mail))).Version.ShouldBe(1);
        (await silo.Grains.GetGrain<IOutboxGrain>(OutboxShards.For("first-reset")).GetDeliveryAsync("first-reset")).ShouldBeNull();
        silo.Mailbox.All.Count(sent => sent.Subject == mail.Subject).ShouldBe(1);
    }

    [Fact]
    public async Task The_last_five_hashes_are_kept_and_no_more()
    {
        await using var silo = await TestSilo.StartAsync();
        var (firm, member) = await FirmWithMemberAsync(silo);
        for (var version = 1; version <= 6; version++)
            await firm.User(member).Credentials.ChangePasswordAsync(new ChangePassword(version, $"hash {version + 1}", "no session"));

        var history = (await firm.User(member).Credentials.GetPasswordHistoryAsync())!;

        history.Hashes.ShouldBe(["hash 7", "hash 6", "hash 5", "hash 4", "hash 3"]);
        history.Names.ShouldBe(["Ben Invitee", "Firm & Partners"]);
    }

    [Fact]
    public async Task A_session_that_ended_meanwhile_is_not_brought_back()
    {
        await using var silo = await TestSilo.StartAsync();
        var (firm, member) = await FirmWithMemberAsync(silo);
        var session = (await firm.SignInAsync(member)).Session;
        await firm.User(member).Sessions.EndSessionAsync(session.Id, SessionEndReason.SignedOut);

        (await firm.User(member).Credentials.ChangePasswordAsync(new ChangePassword(1, "chosen", session.Id))).ShouldBeNull();

        (await firm.CheckAsync(session.Token)).Ended.ShouldBe(SessionEndReason.SignedOut);
        (await firm.User(member).Credentials.GetCredentialAsync()).ShouldBe(new UserCredential("chosen", 2));
    }

    [Fact]
    public async Task A_hash_of_todays_cost_replaces_only_that_of_the_same_password()
    {
        await using var silo = await TestSilo.StartAsync();
        var (firm, member) = await FirmWithMemberAsync(silo);
        await firm.User(member).Credentials.RehashPasswordAsync(1, "dearer");
        (await firm.User(member).Credentials.GetCredentialAsync()).ShouldBe(new UserCredential("dearer", 1));
        await firm.User(member).Credentials.ChangePasswordAsync(new ChangePassword(1, "chosen", "no session"));

        await firm.User(member).Credentials.RehashPasswordAsync(1, "too late");

        (await firm.User(member).Credentials.GetCredentialAsync()).ShouldBe(new UserCredential("chosen", 2));
    }

    private static async Task<(Firm Firm, string Member)> FirmWithMemberAsync(TestSilo silo)
    {
        var firm = await Firm.FoundAsync(silo);
        return (firm, (await firm.JoinAsync("ben@else.example")).UserId);
    }

    private static Task<SignedIn> SignInAsync(Firm firm, string userId, int version) =>
        firm.User(userId).SignInAsync(new SignIn(version, firm.CompanyId, ClientDevice.Unknown, RememberMe: false));

    private static Task<PasswordHistory> LookUpAsync(TestSilo silo, string token)
    {
        SecretToken.TryParse(token, out var secret).ShouldBeTrue();
        return silo.Grains.GetGrain<ICredentialsGrain>(secret.Id.ToString()).LookUpPasswordResetAsync(secret.Hash);
    }
}

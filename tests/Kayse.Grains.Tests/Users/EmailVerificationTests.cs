using System.Text.RegularExpressions;
using Kayse.Grains.ApiKeys;
using Kayse.Grains.Members;
using Kayse.Grains.Sessions;
using Kayse.Grains.Tests.Hosting;
using Kayse.Grains.Tests.TwoFactor;
using Kayse.Grains.Tokens;
using Kayse.Grains.Users;

namespace Kayse.Grains.Tests.Users;

/// <summary>An address is only somebody's once they have proved it (CO-1).</summary>
public sealed partial class EmailVerificationTests : IAsyncLifetime
{
    private const string Squatted = "victim@else.example";
    private TestSilo _silo = null!;
    private Firm _firm = null!;

    private Person User => _firm.User(_firm.Founder.UserId);

    public async Task InitializeAsync()
    {
        _silo = await TestSilo.StartAsync();
        _firm = await Firm.FoundUnverifiedAsync(_silo, Squatted);
    }

    public async Task DisposeAsync() => await _silo.DisposeAsync();

    [Fact]
    public async Task Who_signs_up_is_mailed_a_link_and_a_code_and_either_proves_the_address()
    {
        var code = CodeIn((await _silo.Mailbox.NextAsync()).TextBody);
        (await User.Profile.GetAsync())!.EmailVerified.ShouldBeFalse();

        await User.Email.VerifyEmailByCodeAsync($" {code[..3]}-{code[3..]} ");

        (await User.Profile.GetAsync())!.EmailVerified.ShouldBeTrue();
        await User.Email.VerifyEmailByCodeAsync("000000");
        var other = await Firm.FoundUnverifiedAsync(_silo, "other@else.example");
        var token = await _silo.Mailbox.TakeVerificationAsync("other@else.example");
        await other.VerifyAsync(token);
        await other.VerifyAsync(token);
        (await other.User(other.Founder.UserId).Profile.GetAsync())!.EmailVerified.ShouldBeTrue();
    }

    [Fact]
    public async Task A_code_works_for_30_minutes_and_the_link_for_24_hours()
    {
        var mail = await _silo.Mailbox.NextAsync();
        _silo.Clock.Advance(EmailVerificationRules.CodeLifetime);
        (await Refused.CodeAsync(() => User.Email.VerifyEmailByCodeAsync(CodeIn(mail.TextBody)))).ShouldBe("email_code_expired");

        _silo.Clock.Advance(TimeSpan.FromHours(24) - EmailVerificationRules.CodeLifetime);
        (await Refused.CodeAsync(() => _firm.VerifyAsync(TestMailbox.TokenIn(mail)))).ShouldBe("email_link_expired");
        (await User.Email.IsEmailVerifiedAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task After_five_wrong_codes_another_has_to_be_asked_for_which_voids_what_was_mailed_before()
    {
        var mail = await _silo.Mailbox.NextAsync();
        var code = CodeIn(mail.TextBody);
        for (var i = 0; i < 5; i++)
            (await Refused.CodeAsync(() => User.Email.VerifyEmailByCodeAsync(OtherThan(code)))).ShouldBe("email_code_invalid");
        (await Refused.CodeAsync(() => User.Email.VerifyEmailByCodeAsync(code))).ShouldBe("email_code_expired");

        await User.Email.ResendEmailVerificationAsync("again");
        await User.Email.ResendEmailVerificationAsync("again");

        var second = await _silo.Mailbox.NextAsync();
        (await Refused.CodeAsync(() => _firm.VerifyAsync(TestMailbox.TokenIn(mail)))).ShouldBe("not_found");
        await User.Email.VerifyEmailByCodeAsync(CodeIn(second.TextBody));
        (await User.Email.IsEmailVerifiedAsync()).ShouldBeTrue();
        _silo.Mailbox.All.Count.ShouldBe(2, "a repetition sends nothing");
    }

    [Fact]
    public async Task Whoever_guesses_on_has_the_link_alone_in_the_end()
    {
        for (var mails = 0; mails < 4; mails++)
        {
            var wrong = OtherThan(CodeIn((await _silo.Mailbox.NextAsync()).TextBody));
            for (var i = 0; i < 5; i++)
                (await Refused.CodeAsync(() => User.Email.VerifyEmailByCodeAsync(wrong))).ShouldBe("email_code_invalid");
            await User.Email.ResendEmailVerificationAsync($"again-{mails}");
        }

        var last = await _silo.Mailbox.NextAsync();
        (await Refused.CodeAsync(() => User.Email.VerifyEmailByCodeAsync(CodeIn(last.TextBody)))).ShouldBe("email_code_expired");
        await _firm.VerifyAsync(TestMailbox.TokenIn(last));
    }

    [Fact]
    public async Task An_address_gets_a_few_such_mails_an_hour_and_no_more()
    {
        for (var i = 0; i < 4; i++)
            await User.Email.ResendEmailVerificationAsync($"again-{i}");
        (await Refused.CodeAsync(() => User.Email.ResendEmailVerificationAsync("once more"))).ShouldBe("rate_limited");
        _silo.Clock.Advance(TimeSpan.FromHours(1));
        await User.Email.ResendEmailVerificationAsync("once more");
    }

    [Fact]
    public async Task Unverified_people_bring_nobody_in_and_the_rest_of_the_company_works()
    {
        (await Refused.CodeAsync(() => _firm.Invitations.InviteAsync(_firm.Founder, _firm.InvitationOf("ben@else.example")))).ShouldBe(
            "email_not_verified"
        );
        (await Refused.CodeAsync(() => _firm.Invitations.CheckManyAsync(_firm.Founder, [_firm.RowOf("ben@else.example")]))).ShouldBe(
            "email_not_verified"
        );
        (await Refused.CodeAsync(() => _firm.Invitations.InviteManyAsync(_firm.Founder, [_firm.RowOf("ben@else.example")]))).ShouldBe(
            "email_not_verified"
        );
        (await Refused.CodeAsync(() => _firm.Accounts.PrepareCreateMemberAsync(_firm.Founder, Role.User))).ShouldBe("email_not_verified");
        (await Refused.CodeAsync(() => _firm.Accounts.CreateMemberAsync(_firm.Founder, _firm.NewMember("ben@else.example")))).ShouldBe(
            "email_not_verified"
        );

        await _firm.Scopes.CreateScopeAsync(_firm.Founder, new(EntityId.New(_silo.Clock), "Injury", ["injury"]));
        (await _firm.Invitations.ListInvitationsAsync(_firm.Founder, null, null, Firm.AllOfIt)).Total.ShouldBe(0);
        await _firm.VerifyAsync(await _silo.Mailbox.TakeVerificationAsync(Squatted));
        await _firm.InviteAsync("ben@else.example");
    }

    [Fact]
    public async Task An_unverified_admin_does_not_resend_or_change_what_others_have_sent()
    {
        var firm = await Firm.FoundAsync(_silo);
        var cleo = await firm.CreateAsync("cleo@firm.example", Role.Admin);
        var invitation = await firm.InviteAsync("ben@else.example");

        (await Refused.CodeAsync(() => firm.Invitations.ResendInvitationAsync(cleo, invitation.Id))).ShouldBe("email_not_verified");
        (await Refused.CodeAsync(() => firm.Invitations.UpdateInvitationAsync(cleo, invitation.Id, new("Ben")))).ShouldBe(
            "email_not_verified"
        );
        await firm.Invitations.RevokeInvitationAsync(cleo, invitation.Id);
    }

    [Fact]
    public async Task Following_an_invitation_proves_the_address_and_being_created_by_an_admin_does_not()
    {
        var firm = await Firm.FoundAsync(_silo);
        (await firm.User((await firm.JoinAsync("ben@else.example")).UserId).Email.IsEmailVerifiedAsync()).ShouldBeTrue();
        (await firm.User((await firm.CreateAsync("cleo@else.example")).UserId).Email.IsEmailVerifiedAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task Who_is_signed_in_to_the_unproved_account_joins_with_it()
    {
        await _silo.Mailbox.TakeVerificationAsync(Squatted);
        var other = await Firm.FoundAsync(_silo);
        var (_, token) = await other.InviteByMailAsync(Squatted);

        (await other.AcceptAsync(token, existingUserId: _firm.Founder.UserId)).UserId.ShouldBe(_firm.Founder.UserId);

        (await User.Email.IsEmailVerifiedAsync()).ShouldBeTrue();
        (await _firm.SignInAsync(_firm.Founder.UserId)).User.FullName.ShouldBe("Ada Founder");
    }

    [Fact]
    public async Task Whoever_follows_an_invitation_takes_the_address_over_from_who_never_proved_it()
    {
        var (session, key, app) = await SettleInAsync();
        var firm = await Firm.FoundAsync(_silo);
        var (_, token) = await firm.InviteByMailAsync(Squatted);

        var accepted = await AcceptAsNewAsync(firm, token, "Vic Tim");

        accepted.UserId.ShouldBe(_firm.Founder.UserId, "the address stays with one account");
        await ShouldBeTakenOverAsync(session, key, app);
        var user = (await User.Profile.GetAsync())!;
        (user.FullName, user.EmailVerified, user.Photo, user.PhoneNumber).ShouldBe(("Vic Tim", true, null, null));
        (await firm.MemberAsync(user.Id)).FullName.ShouldBe("Vic Tim");
        (await User.Memberships.ListCompaniesAsync()).DefaultCompanyId.ShouldBe(
            firm.CompanyId,
            "not the company that somebody else made in their name"
        );
        (await User.Credentials.GetCredentialAsync())!.PasswordHash.ShouldBe("their own");
    }

    [Fact]
    public async Task So_does_whoever_follows_a_reset_link()
    {
        var (session, key, app) = await SettleInAsync();
        await User.Credentials.SendPasswordResetAsync(new SendPasswordReset("link", Company: null));
        var mail = await _silo.Mailbox.NextAsync();
        SecretToken.TryParse(TestMailbox.TokenIn(mail), out var secret).ShouldBeTrue();

        await User.Credentials.ResetPasswordAsync(new ResetPassword(secret.Hash, "their own"));

        await ShouldBeTakenOverAsync(session, key, app);
        (await User.Email.IsEmailVerifiedAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task A_reset_link_leaves_the_second_factor_of_a_proved_account_alone()
    {
        await _firm.VerifyAsync(await _silo.Mailbox.TakeVerificationAsync(Squatted));
        await SettleInAsync();
        await User.Credentials.SendPasswordResetAsync(new SendPasswordReset("link", Company: null));
        SecretToken.TryParse(TestMailbox.TokenIn(await _silo.Mailbox.NextAsync()), out var secret).ShouldBeTrue();

        await User.Credentials.ResetPasswordAsync(new ResetPassword(secret.Hash, "their own"));

        (await User.Credentials.GetCredentialAsync())!.HasSecondFactor.ShouldBeTrue();
    }

    [Fact]
    public async Task A_proved_account_is_nobodys_to_take_over()
    {
        await _firm.VerifyAsync(await _silo.Mailbox.TakeVerificationAsync(Squatted));
        var firm = await Firm.FoundAsync(_silo);
        var (invitation, token) = await firm.InviteByMailAsync(Squatted);

        (await Refused.CodeAsync(() => AcceptAsNewAsync(firm, token, "Vic Tim"))).ShouldBe("invalid_credentials");

        (await User.Credentials.GetCredentialAsync())!.PasswordHash.ShouldBe("hash");
        (await firm.StatusOfAsync(invitation.Id)).ShouldBe(Grains.Invitations.InvitationStatus.Pending);
    }

    [Fact]
    public async Task An_address_that_was_never_proved_is_not_kept_from_its_owner_when_it_is_given_up()
    {
        await _silo.Mailbox.TakeVerificationAsync(Squatted);
        var session = (await _firm.SignInAsync(_firm.Founder.UserId)).Session;
        await User.Email.RequestEmailChangeAsync(new RequestEmailChange("change", "mallory@else.example", 1, session.Id));
        SecretToken.TryParse(TestMailbox.TokenIn(await _silo.Mailbox.NextAsync()), out var secret).ShouldBeTrue();

        await User.Email.ConfirmEmailChangeAsync(secret.Hash);

        (await User.Email.IsEmailVerifiedAsync()).ShouldBeTrue();
        (await Firm.FoundAsync(_silo, Squatted)).Founder.UserId.ShouldNotBe(_firm.Founder.UserId);
    }

    // All that somebody could get in by again.
    private async Task<(string Session, string KeyId, Authenticator App)> SettleInAsync()
    {
        if (!await User.Email.IsEmailVerifiedAsync())
            await _silo.Mailbox.TakeVerificationAsync(Squatted);
        await User.Profile.UpdateProfileAsync(new UpdateProfile(PhoneNumber: new("+12025550123")));
        var app = await Authenticator.EnrolAsync(_silo, _firm.Founder.UserId, (await _firm.SignInAsync(_firm.Founder.UserId)).Session.Id);
        await _silo.Mailbox.NextAsync();
        var keyId = EntityId.New(_silo.Clock);
        await User.ApiKeys.CreateApiKeyAsync(
            _firm.Founder,
            _firm.CompanyId,
            new CreateApiKey(keyId, "Reports", ApiKeyPermissions.Admin, ExpiresAt: null)
        );
        return (app.Session!.Session.Token, keyId, app);
    }

    private async Task ShouldBeTakenOverAsync(string session, string keyId, Authenticator app)
    {
        (await _firm.CheckAsync(session)).Ended.ShouldBe(SessionEndReason.PasswordChanged);
        (await _silo.Grains.GetGrain<IApiKeyGrain>(keyId).GetAsync()).ShouldBeNull();
        (await User.ApiKeys.ListApiKeysAsync()).ShouldBeEmpty();
        var credential = (await User.Credentials.GetCredentialAsync())!;
        (credential.PasswordHash, credential.HasSecondFactor, credential.MustChange).ShouldBe(("their own", false, false));
        app.Session.ShouldNotBeNull();
        (await Refused.CodeAsync(() => User.SignInAsync(new SignIn(1, null, ClientDevice.Unknown, false)))).ShouldBe(
            "invalid_credentials"
        );
    }

    private Task<Grains.Invitations.InvitationAccepted> AcceptAsNewAsync(Firm firm, string token, string name)
    {
        SecretToken.TryParse(token, out var secret).ShouldBeTrue();
        var person = new Grains.Invitations.NewPerson(_firm.Founder.UserId, "their own", name, null, null);
        return firm.Invitations.AcceptInvitationAsync(new(secret.Id.ToString(), secret.Hash, person, ExistingUserId: null));
    }

    private static string OtherThan(string code) => code == "123456" ? "654321" : "123456";

    private static string CodeIn(string text) => Code().Match(text).Groups[1].Value;

    [GeneratedRegex("Your code is ([0-9]{6})\\.")]
    private static partial Regex Code();
}

using Kayse.Grains.Audit;
using Kayse.Grains.Directory;
using Kayse.Grains.Errors;
using Kayse.Grains.Invitations;
using Kayse.Grains.Mail;
using Kayse.Grains.Members;
using Kayse.Grains.Sessions;
using Kayse.Grains.Tests.Crashes;
using Kayse.Grains.Tests.Hosting;
using Kayse.Grains.Tokens;
using Kayse.Grains.Users;

namespace Kayse.Grains.Tests.Users;

public sealed class EmailChangeTests : IAsyncLifetime
{
    public const string ConfirmMail = "Confirm your new email address for Kayse";
    public const string ChangedMail = "Your Kayse email address was changed";
    private const string ResetMail = "Reset your Kayse password";
    private const string Old = "ben@else.example";
    private const string New = "ben@new.example";
    private TestSilo _silo = null!;
    private Firm _firm = null!;
    private string _userId = "";
    private int _count;

    public async Task InitializeAsync()
    {
        _silo = await TestSilo.StartAsync(("Kayse:Mail:PerRecipient:Limit", "0"));
        _firm = await Firm.FoundAsync(_silo);
        _userId = (await _firm.JoinAsync(Old)).UserId;
    }

    public async Task DisposeAsync() => await _silo.DisposeAsync();

    [Fact]
    public async Task Nothing_changes_before_the_new_address_is_confirmed()
    {
        await RequestAsync("  Ben@NEW.example ");

        var view = (await User.Profile.GetAsync())!;
        (view.Email, view.PendingEmail, view.Version).ShouldBe((Old, New, 0));
        (await _firm.OwnerOfAsync(New)).ShouldBeNull();
        var mail = await MailAsync(New, ConfirmMail);
        mail.TextBody.ShouldContain("/confirm-email#token=");
        Mails(Old, ChangedMail).ShouldBeEmpty();
    }

    [Fact]
    public async Task Once_confirmed_it_is_theirs_everywhere()
    {
        var session = await _firm.SignInAsync(_userId);
        await RequestAsync(New, session.Session.Id);

        await ConfirmAsync(await LinkAsync(New, ConfirmMail));

        var view = (await User.Profile.GetAsync())!;
        (view.Email, view.PendingEmail, view.Version).ShouldBe((New, null, 1));
        (await _firm.OwnerOfAsync(New)).ShouldBe(_userId);
        (await _firm.CheckAsync(session.Session.Token)).Principal!.Email.ShouldBe(New);
        await CrashScenario.EventuallyAsync(async () => (await _firm.MemberAsync(_userId)).Email.ShouldBe(New));
        (
            await _firm.Members.ListMembersAsync(
                _firm.Founder,
                new MemberFilter("new.example", null, null, MemberSort.Name, Descending: false),
                Firm.AllOfIt
            )
        ).Total.ShouldBe(1);
        await CrashScenario.EventuallyAsync(async () =>
        {
            var account = (await _firm.AuditAsync())[^1];
            (account.Action, account.Changes.ShouldHaveSingleItem().Field).ShouldBe((AuditActions.MemberUpdated, "email"));
        });
        (await Refused.CodeAsync(() => _firm.InviteAsync(New))).ShouldBe("email_already_member");
    }

    [Fact]
    public async Task The_session_that_asked_goes_on_and_every_other_ends()
    {
        var (asking, other) = (await _firm.SignInAsync(_userId), await _firm.SignInAsync(_userId));
        await RequestAsync(New, asking.Session.Id);

        await ConfirmAsync(await LinkAsync(New, ConfirmMail));

        (await _firm.CheckAsync(asking.Session.Token)).Principal.ShouldNotBeNull();
        (await _firm.CheckAsync(other.Session.Token)).Ended.ShouldBe(SessionEndReason.Revoked);
    }

    [Fact]
    public async Task A_link_works_once_in_time_and_only_the_latest_does()
    {
        await RequestAsync(New);
        var first = await LinkAsync(New, ConfirmMail);
        await RequestAsync("ben@third.example");
        (await Refused.CodeAsync(() => ConfirmAsync(first))).ShouldBe("not_found");
        var second = await LinkAsync("ben@third.example", ConfirmMail);

        _silo.Clock.Advance(TimeSpan.FromHours(24));

        (await Refused.CodeAsync(() => ConfirmAsync(second))).ShouldBe("email_link_expired");
        (await User.Profile.GetAsync())!.PendingEmail.ShouldBeNull();
        await RequestAsync(New);
        var third = await LinkAsync(New, ConfirmMail, otherThan: first);
        await ConfirmAsync(third);
        (await Refused.CodeAsync(() => ConfirmAsync(third))).ShouldBe("not_found");
    }

    [Fact]
    public async Task A_changed_password_voids_the_link_and_a_changed_address_voids_reset_links()
    {
        await RequestAsync(New);
        var link = await LinkAsync(New, ConfirmMail);
        await User.Credentials.ChangePasswordAsync(new ChangePassword(1, "chosen", "session"));
        (await Refused.CodeAsync(() => ConfirmAsync(link))).ShouldBe("not_found");

        await User.Credentials.SendPasswordResetAsync(new SendPasswordReset("reset", null));
        var reset = await LinkAsync(Old, ResetMail);
        await ChangeAsync(New);

        (await Refused.CodeAsync(() => LookUpResetAsync(reset))).ShouldBe("not_found");
    }

    [Fact]
    public async Task What_is_no_address_or_theirs_already_or_asked_with_an_old_password_is_refused()
    {
        var invalid = await Should.ThrowAsync<RefusedException>(() => RequestAsync("ben@new"));
        (invalid.Code, invalid.Refusal.Fields!.Keys.Single()).ShouldBe(("email_invalid", "newEmail"));
        (await Refused.CodeAsync(() => RequestAsync(Old.ToUpperInvariant()))).ShouldBe("validation_failed");
        (await Refused.CodeAsync(() => RequestAsync(New, version: 7))).ShouldBe("invalid_credentials");
        (
            await Refused.CodeAsync(() =>
                _firm.User("nobody").Email.RequestEmailChangeAsync(new RequestEmailChange("id", New, 0, "session"))
            )
        ).ShouldBe("invalid_credentials");
    }

    [Fact]
    public async Task A_repeated_request_sends_nothing_again()
    {
        var request = new RequestEmailChange("once", New, 1, "session");
        await User.Email.RequestEmailChangeAsync(request);
        await User.Email.RequestEmailChangeAsync(request);
        var link = await LinkAsync(New, ConfirmMail);

        await ConfirmAsync(link);

        Mails(New, ConfirmMail).Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_address_that_somebody_has_is_asked_for_like_any_other_and_refused_to_who_reads_its_mail()
    {
        await RequestAsync("ada@firm.example");

        var link = await LinkAsync("ada@firm.example", ConfirmMail);

        (await Refused.CodeAsync(() => ConfirmAsync(link))).ShouldBe("email_in_use");
        (await User.Profile.GetAsync())!.Email.ShouldBe(Old);
        (await _firm.OwnerOfAsync("ada@firm.example")).ShouldBe(_firm.Founder.UserId);
        (await _firm.OwnerOfAsync(Old)).ShouldBe(_userId);
    }

    [Fact]
    public async Task Of_fifty_people_who_confirm_the_same_address_one_has_it()
    {
        var people = new List<string>();
        for (var i = 0; i < 50; i++)
            people.Add((await _firm.CreateAsync($"p{i}@else.example")).UserId);
        await Task.WhenAll(
            people.Select(person => _firm.User(person).Email.RequestEmailChangeAsync(new RequestEmailChange(person, New, 1, "session")))
        );
        var links = new Dictionary<string, string>(StringComparer.Ordinal);
        await CrashScenario.EventuallyAsync(() =>
        {
            foreach (var mail in Mails(New, ConfirmMail))
                links[TestMailbox.TokenIn(mail).Split('.')[0]] = TestMailbox.TokenIn(mail);
            links.Count.ShouldBe(50);
            return Task.CompletedTask;
        });

        var answers = await Task.WhenAll(people.Select(person => CrashScenario.AnswerAsync(() => ConfirmAsync(links[person]))));

        answers.Count(answer => answer == "works").ShouldBe(1);
        answers.Count(answer => answer == "email_in_use").ShouldBe(49);
        var winner = people[Array.IndexOf(answers, "works")];
        (await _firm.OwnerOfAsync(New)).ShouldBe(winner);
        foreach (var (person, number) in people.Select((person, number) => (person, number)))
            (await _firm.User(person).Profile.GetAsync())!.Email.ShouldBe(person == winner ? New : $"p{number}@else.example");
    }

    [Fact]
    public async Task The_address_before_is_told_kept_for_seven_days_and_then_free()
    {
        await ChangeAsync(New);

        var mail = await MailAsync(Old, ChangedMail);
        mail.TextBody.ShouldContain("/undo-email#token=");
        (await _firm.OwnerOfAsync(Old)).ShouldBeNull("nobody is found by it");
        (await Address(Old).ClaimAsync("another")).ShouldBe(_userId, "nobody else gets it");
        _silo.Clock.Advance(TimeSpan.FromDays(7));
        (await Refused.CodeAsync(() => UndoAsync(TestMailbox.TokenIn(mail)))).ShouldBeOneOf("email_link_expired", "not_found");
        await CrashScenario.WhileTimePassesAsync(
            _silo,
            TimeSpan.FromMinutes(30),
            async () => (await Address(Old).ClaimAsync("another")).ShouldBe("another")
        );
        (await _firm.OwnerOfAsync(New)).ShouldBe(_userId);
    }

    [Fact]
    public async Task Undoing_puts_the_address_back_signs_out_everywhere_and_voids_the_password()
    {
        await ChangeAsync(New);
        var undo = await LinkAsync(Old, ChangedMail);
        var session = await _firm.SignInAsync(_userId);

        await UndoAsync(undo);

        (await User.Profile.GetAsync())!.Email.ShouldBe(Old);
        (await _firm.OwnerOfAsync(Old)).ShouldBe(_userId);
        (await _firm.OwnerOfAsync(New)).ShouldBeNull();
        (await Address(New).ClaimAsync("another")).ShouldBe("another", "it is free at once");
        (await _firm.CheckAsync(session.Session.Token)).Ended.ShouldBe(SessionEndReason.PasswordChanged);
        (await User.Credentials.GetCredentialAsync())!.PasswordHash.ShouldBeEmpty();
        await CrashScenario.EventuallyAsync(async () => (await _firm.MemberAsync(_userId)).Email.ShouldBe(Old));
        (await Refused.CodeAsync(() => UndoAsync(undo))).ShouldBe("not_found");
        var reset = await LinkAsync(Old, ResetMail);
        SecretToken.TryParse(reset, out var secret).ShouldBeTrue();
        await User.Credentials.ResetPasswordAsync(new ResetPassword(secret.Hash, "chosen"));
        (await MailAsync(New, ChangedMail)).TextBody.ShouldNotContain("#token=");
    }

    [Fact]
    public async Task Notices_that_went_to_an_address_that_was_undone_lead_to_no_reset_link()
    {
        await ChangeAsync(New);
        await User.Credentials.ChangePasswordAsync(new ChangePassword(1, "a stranger's", "session"));
        SecretToken.TryParse(await LinkAsync(New, "Your Kayse password was changed"), out var notice).ShouldBeTrue();
        var notMe = notice.Hash;

        await UndoAsync(await LinkAsync(Old, ChangedMail));

        (await Refused.CodeAsync(() => User.Credentials.NotMeAsync(notMe))).ShouldBe("not_found");
    }

    [Fact]
    public async Task Undoing_the_first_of_several_changes_undoes_them_all()
    {
        await ChangeAsync(New);
        await ChangeAsync("ben@third.example");
        var first = await LinkAsync(Old, ChangedMail);
        var second = await LinkAsync(New, ChangedMail);

        await UndoAsync(first);

        (await User.Profile.GetAsync())!.Email.ShouldBe(Old);
        foreach (var address in new[] { New, "ben@third.example" })
            (await Address(address).ClaimAsync("another")).ShouldBe("another");
        (await Refused.CodeAsync(() => UndoAsync(second))).ShouldBe("not_found");
    }

    [Fact]
    public async Task Undoing_the_last_of_several_changes_leaves_those_before_to_be_undone()
    {
        await ChangeAsync(New);
        await ChangeAsync("ben@third.example");
        await UndoAsync(await LinkAsync(New, ChangedMail));
        (await User.Profile.GetAsync())!.Email.ShouldBe(New);

        await UndoAsync(await LinkAsync(Old, ChangedMail));

        (await User.Profile.GetAsync())!.Email.ShouldBe(Old);
        (await Address(New).ClaimAsync("another")).ShouldBe("another");
    }

    [Fact]
    public async Task Who_goes_back_to_an_address_that_is_kept_gives_up_the_one_between()
    {
        await ChangeAsync(New);
        var undo = await LinkAsync(Old, ChangedMail);
        await ChangeAsync(Old);

        (await User.Profile.GetAsync())!.Email.ShouldBe(Old);
        (await _firm.OwnerOfAsync(Old)).ShouldBe(_userId);
        (await Address(New).ClaimAsync("another")).ShouldBe("another");
        (await Refused.CodeAsync(() => UndoAsync(undo))).ShouldBe("not_found");
        (await MailAsync(New, ChangedMail)).TextBody.ShouldNotContain("#token=");
    }

    [Fact]
    public async Task Nobody_can_push_an_address_out_of_what_is_kept()
    {
        foreach (var number in Enumerable.Range(1, 3))
            await ChangeAsync($"ben{number}@new.example");

        var refused = await Should.ThrowAsync<RefusedException>(() => RequestAsync("ben4@new.example"));

        (refused.Code, refused.Refusal.RetryAfter).ShouldBe(("rate_limited", TimeSpan.FromDays(7)));
        await UndoAsync(await LinkAsync(Old, ChangedMail));
        (await User.Profile.GetAsync())!.Email.ShouldBe(Old);
    }

    [Fact]
    public async Task An_address_gets_only_so_many_links()
    {
        await using var silo = await TestSilo.StartAsync(("Kayse:Mail:PerRecipient:Limit", "1"));
        var firm = await Firm.FoundAsync(silo);
        await firm.User(firm.Founder.UserId).Email.RequestEmailChangeAsync(new RequestEmailChange("first", New, 1, "session"));

        (
            await Refused.CodeAsync(() =>
                firm.User(firm.Founder.UserId).Email.RequestEmailChangeAsync(new RequestEmailChange("second", New, 1, "session"))
            )
        ).ShouldBe("rate_limited");
    }

    [Fact]
    public async Task Two_members_can_take_over_each_others_addresses_in_the_rosters_too()
    {
        var cyId = (await _firm.CreateAsync("cy@else.example")).UserId;
        await ChangeAsync(New);
        await UndoFreeAsync();

        await _firm.User(cyId).Email.RequestEmailChangeAsync(new RequestEmailChange("cy", Old, 1, "session"));
        await ConfirmAsync(await LinkAsync(Old, ConfirmMail));

        await CrashScenario.EventuallyAsync(async () =>
        {
            (await _firm.MemberAsync(_userId)).Email.ShouldBe(New);
            (await _firm.MemberAsync(cyId)).Email.ShouldBe(Old);
        });
        foreach (var address in new[] { Old, New })
            (await Refused.CodeAsync(() => _firm.InviteAsync(address))).ShouldBe("email_already_member");
    }

    [Fact]
    public async Task With_the_account_every_address_is_free()
    {
        await ChangeAsync(New);
        await RequestAsync("ben@third.example");

        await _firm.Accounts.DeleteAccountAsync(_firm.Founder, _userId);

        foreach (var address in new[] { Old, New, "ben@third.example" })
            (await Address(address).ClaimAsync("another")).ShouldBe("another");
        (await Refused.CodeAsync(async () => await UndoAsync(await LinkAsync(Old, ChangedMail)))).ShouldBe("not_found");
    }

    private Person User => _firm.User(_userId);

    private IEmailAddressGrain Address(string email) => _silo.Grains.GetGrain<IEmailAddressGrain>(email);

    private async Task UndoFreeAsync()
    {
        _silo.Clock.Advance(TimeSpan.FromDays(7));
        await CrashScenario.WhileTimePassesAsync(
            _silo,
            TimeSpan.FromMinutes(30),
            async () =>
            {
                (await Address(Old).ClaimAsync("probe")).ShouldBe("probe");
                await Address(Old).ReleaseAsync("probe");
            }
        );
    }

    private async Task ChangeAsync(string email)
    {
        var before = Mails(email, ConfirmMail).Select(TestMailbox.TokenIn).LastOrDefault();
        await RequestAsync(email, version: (await User.Credentials.GetCredentialAsync())!.Version);
        await ConfirmAsync(await LinkAsync(email, ConfirmMail, otherThan: before));
    }

    private Task RequestAsync(string email, string sessionId = "session", int version = 1) =>
        User.Email.RequestEmailChangeAsync(new RequestEmailChange($"request {++_count}", email, version, sessionId));

    private Task ConfirmAsync(string token)
    {
        SecretToken.TryParse(token, out var secret).ShouldBeTrue();
        return _firm.User(secret.Id.ToString()).Email.ConfirmEmailChangeAsync(secret.Hash);
    }

    private Task UndoAsync(string token)
    {
        SecretToken.TryParse(token, out var secret).ShouldBeTrue();
        return _firm.User(secret.Id.ToString()).Email.UndoEmailChangeAsync(secret.Hash);
    }

    private Task<PasswordHistory> LookUpResetAsync(string token)
    {
        SecretToken.TryParse(token, out var secret).ShouldBeTrue();
        return User.Credentials.LookUpPasswordResetAsync(secret.Hash);
    }

    private async Task<string> LinkAsync(string email, string subject, string? otherThan = null)
    {
        var token = "";
        await CrashScenario.EventuallyAsync(() =>
        {
            token = Mails(email, subject).Select(TestMailbox.TokenIn).LastOrDefault(found => found.Length > 0)!;
            token.ShouldNotBeNull($"a mail \"{subject}\" to {email}");
            token.ShouldNotBe(otherThan);
            return Task.CompletedTask;
        });
        return token;
    }

    private async Task<EmailMessage> MailAsync(string email, string subject)
    {
        EmailMessage? mail = null;
        await CrashScenario.EventuallyAsync(() => Task.FromResult((mail = Mails(email, subject).LastOrDefault()).ShouldNotBeNull()));
        return mail!;
    }

    private List<EmailMessage> Mails(string email, string subject) =>
        [.. _silo.Mailbox.All.Where(mail => mail.To.Address == email && mail.Subject == subject)];
}

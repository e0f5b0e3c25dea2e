using Kayse.Grains.Sessions;
using Kayse.Grains.Tests.Hosting;
using Kayse.Grains.TwoFactor;
using Kayse.Grains.Users;

namespace Kayse.Grains.Tests.TwoFactor;

public sealed class TwoFactorSignInTests : IAsyncLifetime
{
    private TestSilo _silo = null!;
    private Firm _firm = null!;
    private Person _user = null!;
    private Authenticator _app = null!;

    public async Task InitializeAsync()
    {
        _silo = await TestSilo.StartAsync();
        _firm = await Firm.FoundAsync(_silo);
        _user = _firm.User(_firm.Founder.UserId);
        _app = await Authenticator.EnrolAsync(_silo, _firm.Founder.UserId, (await _firm.SignInAsync(_firm.Founder.UserId)).Session.Id);
    }

    public async Task DisposeAsync() => await _silo.DisposeAsync();

    [Fact]
    public async Task A_password_alone_starts_no_session()
    {
        var begun = await BeginAsync();

        begun.SignedIn.ShouldBeNull();
        begun.Ticket!.Methods.ShouldBe(["totp", "backup_code"]);
        (await _user.Sessions.ListSessionsAsync()).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Who_has_no_second_factor_is_signed_in_by_the_password()
    {
        var member = (await _firm.JoinAsync("ben@else.example")).UserId;
        var begun = await _firm.User(member).SignIns.SignInAsync(new SignIn(1, CompanyId: null, ClientDevice.Unknown, RememberMe: false));

        begun.Ticket.ShouldBeNull();
        (await _firm.CheckAsync(begun.SignedIn!.Session.Token)).Principal!.UserId.ShouldBe(member);
    }

    [Fact]
    public async Task A_live_session_of_theirs_proves_both() =>
        (
            await _user.SignIns.SignInAsync(new SignIn(CredentialVersion: null, _firm.CompanyId, ClientDevice.Unknown, RememberMe: false))
        ).SignedIn.ShouldNotBeNull();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_code_completes_the_sign_in_as_it_was_begun(bool rememberMe)
    {
        var ticket = await TicketAsync(rememberMe);
        var signedIn = await _app.SignInAsync(ticket);

        (signedIn.ActiveCompanyId, signedIn.BackupCodesLeft).ShouldBe((_firm.CompanyId, null));
        signedIn.RememberedUntil.ShouldBe(rememberMe ? _silo.Clock.GetUtcNow().AddDays(30) : null);
        (await _firm.CheckAsync(signedIn.Session.Token)).Principal!.UserId.ShouldBe(_firm.Founder.UserId);
    }

    [Fact]
    public async Task A_ticket_completes_one_sign_in()
    {
        var ticket = await TicketAsync();
        await _app.SignInAsync(ticket);

        (await Refused.CodeAsync(() => _app.SignInAsync(ticket))).ShouldBe("two_factor_ticket_expired");
    }

    [Fact]
    public async Task A_code_is_not_accepted_twice_nor_is_one_before_it()
    {
        var code = _app.NextCode();
        await CompleteAsync(await TicketAsync(), code);

        foreach (var used in new[] { code, _app.Code(-1) })
            (await Refused.CodeAsync(async () => await CompleteAsync(await TicketAsync(), used))).ShouldBe("two_factor_invalid");
        await CompleteAsync(await TicketAsync(), _app.Code(1));
    }

    [Fact]
    public async Task The_code_that_turned_it_on_signs_nobody_in() =>
        (await Refused.CodeAsync(async () => await CompleteAsync(await TicketAsync(), _app.Code()))).ShouldBe("two_factor_invalid");

    [Theory]
    [InlineData(-2, false)]
    [InlineData(-1, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public async Task The_persons_clock_may_be_one_step_off(int steps, bool accepted)
    {
        _silo.Clock.Advance(TimeSpan.FromMinutes(5));
        var ticket = await TicketAsync();

        if (accepted)
            await CompleteAsync(ticket, _app.Code(steps));
        else
            (await Refused.CodeAsync(() => CompleteAsync(ticket, _app.Code(steps)))).ShouldBe("two_factor_invalid");
    }

    [Fact]
    public async Task The_fifth_wrong_code_ends_the_ticket_and_no_other()
    {
        var (ticket, other) = (await TicketAsync(), await TicketAsync());
        for (var i = 0; i < 5; i++)
            (await Refused.CodeAsync(() => CompleteAsync(ticket, _app.WrongCode()))).ShouldBe("two_factor_invalid");

        (await Refused.CodeAsync(() => _app.SignInAsync(ticket))).ShouldBe("two_factor_ticket_expired");
        await _app.SignInAsync(other);
    }

    [Fact]
    public async Task Wrong_codes_are_counted_over_a_restart()
    {
        var ticket = await TicketAsync();
        for (var i = 0; i < 4; i++)
            await Refused.CodeAsync(() => CompleteAsync(ticket, _app.WrongCode()));
        await RestartAsync();

        await Refused.CodeAsync(() => CompleteAsync(ticket, _app.WrongCode()));
        (await Refused.CodeAsync(() => CompleteAsync(ticket, _app.NextCode()))).ShouldBe("two_factor_ticket_expired");
    }

    [Fact]
    public async Task A_restart_keeps_tickets_and_used_codes()
    {
        var (ticket, other, code) = (await TicketAsync(), await TicketAsync(), _app.NextCode());
        await CompleteAsync(other, code);
        await RestartAsync();

        (await Refused.CodeAsync(() => CompleteAsync(ticket, code))).ShouldBe("two_factor_invalid");
        await CompleteAsync(ticket, _app.NextCode());
    }

    [Fact]
    public async Task A_ticket_is_good_for_five_minutes()
    {
        var (first, second) = (await TicketAsync(), await TicketAsync());
        _silo.Clock.Advance(TimeSpan.FromMinutes(5) - TimeSpan.FromSeconds(31));
        await _app.SignInAsync(first);
        (await Refused.CodeAsync(() => _app.SignInAsync(second))).ShouldBe("two_factor_ticket_expired");
    }

    [Fact]
    public async Task A_sixth_ticket_takes_the_place_of_the_first()
    {
        var tickets = new List<string>();
        for (var i = 0; i < 6; i++)
            tickets.Add(await TicketAsync());

        (await Refused.CodeAsync(() => _app.SignInAsync(tickets[0]))).ShouldBe("two_factor_ticket_expired");
        await _app.SignInAsync(tickets[1]);
        await _app.SignInAsync(tickets[5]);
    }

    [Fact]
    public async Task A_ticket_dies_with_the_password()
    {
        var ticket = await TicketAsync();
        await _user.Credentials.ChangePasswordAsync(new ChangePassword(1, "another", _app.Session!.Session.Id));

        (await Refused.CodeAsync(() => _app.SignInAsync(ticket))).ShouldBe("two_factor_ticket_expired");
    }

    [Fact]
    public async Task A_ticket_dies_with_the_second_factor()
    {
        var ticket = await TicketAsync();
        await _user.TwoFactor.DisableTwoFactorAsync(new DisableTwoFactor(1, _app.NextCode(), _app.Session!.Session.Id));

        (await Refused.CodeAsync(() => _app.SignInAsync(ticket))).ShouldBe("two_factor_ticket_expired");
    }

    [Fact]
    public async Task A_backup_code_works_once_and_says_how_many_are_left()
    {
        var signedIn = await CompleteAsync(await TicketAsync(), _app.BackupCodes[3]);

        signedIn.BackupCodesLeft.ShouldBe(9);
        (await Refused.CodeAsync(async () => await CompleteAsync(await TicketAsync(), _app.BackupCodes[3]))).ShouldBe(
            "two_factor_invalid"
        );
        (await _user.TwoFactor.GetTwoFactorAsync()).BackupCodesLeft.ShouldBe(9);
    }

    [Fact]
    public async Task A_mail_warns_when_two_backup_codes_are_left()
    {
        (await _silo.Mailbox.NextAsync()).Subject.ShouldBe("Two-factor authentication was turned on");
        foreach (var code in _app.BackupCodes.Take(8))
            await CompleteAsync(await TicketAsync(), code);

        var mail = await _silo.Mailbox.NextAsync();
        mail.Subject.ShouldBe("You're running low on Kayse backup codes");
        mail.TextBody.ShouldContain("You have 2 backup codes left.");
        _silo.Mailbox.All.Count.ShouldBe(2);
        await CompleteAsync(await TicketAsync(), _app.BackupCodes[8]);
        (await _silo.Mailbox.NextAsync()).TextBody.ShouldContain("You have 1 backup code left.");
    }

    [Fact]
    public async Task Without_a_backup_code_left_the_app_is_the_only_method()
    {
        foreach (var code in _app.BackupCodes)
            await CompleteAsync(await TicketAsync(), code);

        (await BeginAsync()).Ticket!.Methods.ShouldBe(["totp"]);
    }

    [Fact]
    public async Task Of_fifty_at_once_with_one_ticket_and_one_code_one_is_signed_in()
    {
        var (ticket, code) = (await TicketAsync(), _app.NextCode());
        (await SucceededAsync(_ => CompleteAsync(ticket, code))).ShouldBe(1);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Of_tickets_that_come_at_once_with_one_code_one_is_signed_in(bool backupCode)
    {
        var tickets = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => TicketAsync()));
        var code = backupCode ? _app.BackupCodes[0] : _app.NextCode();
        (await SucceededAsync(i => CompleteAsync(tickets[i % 5], code))).ShouldBe(1);
    }

    [Fact]
    public async Task A_wrong_code_is_in_the_history_of_the_companys_sign_ins()
    {
        await Refused.CodeAsync(async () => await CompleteAsync(await TicketAsync(), _app.WrongCode()));

        var history = await _firm.MemberSessions.SearchSignInHistoryAsync(
            _firm.Founder,
            new SignInSearch(null, null, SignInOutcome.Failure, null, null),
            Firm.AllOfIt
        );
        history.Items.ShouldHaveSingleItem().Failure.ShouldBe(SignInFailure.TwoFactorInvalid);
    }

    [Fact]
    public async Task Who_is_nobody_has_no_ticket()
    {
        var nobody = _firm.User("00000000000000000000nobody");
        (
            await Refused.CodeAsync(() => nobody.SignIns.CompleteSignInAsync(new CompleteSignIn(default, "123456", ClientDevice.Unknown)))
        ).ShouldBe("two_factor_ticket_expired");
    }

    private static async Task<int> SucceededAsync(Func<int, Task<SignedIn>> signIn)
    {
        var results = await Task.WhenAll(
            Enumerable
                .Range(0, 50)
                .Select(async i =>
                {
                    try
                    {
                        return await signIn(i) is not null;
                    }
                    catch (Kayse.Grains.Errors.RefusedException)
                    {
                        return false;
                    }
                })
        );
        return results.Count(succeeded => succeeded);
    }

    private async Task RestartAsync()
    {
        await _silo.RestartAsync();
        _user = _firm.User(_firm.Founder.UserId);
    }

    private Task<BegunSignIn> BeginAsync() =>
        _user.SignIns.SignInAsync(new SignIn(1, CompanyId: null, ClientDevice.Unknown, RememberMe: false));

    private Task<string> TicketAsync(bool rememberMe = false) => Authenticator.TicketAsync(_user, rememberMe);

    private Task<SignedIn> CompleteAsync(string ticket, string code) => Authenticator.CompleteAsync(_user, ticket, code);
}

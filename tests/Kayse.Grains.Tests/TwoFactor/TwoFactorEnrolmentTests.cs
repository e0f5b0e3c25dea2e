using System.Text.Json;
using Kayse.Grains.Companies;
using Kayse.Grains.Members;
using Kayse.Grains.Sessions;
using Kayse.Grains.State;
using Kayse.Grains.Tests.Hosting;
using Kayse.Grains.Tokens;
using Kayse.Grains.TwoFactor;
using Kayse.Grains.Users;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Storage;

namespace Kayse.Grains.Tests.TwoFactor;

public sealed class TwoFactorEnrolmentTests : IAsyncLifetime
{
    private TestSilo _silo = null!;
    private Firm _firm = null!;
    private string _userId = "";

    private Person User => _firm.User(_userId);

    public async Task InitializeAsync()
    {
        _silo = await TestSilo.StartAsync();
        _firm = await Firm.FoundAsync(_silo);
        _userId = _firm.Founder.UserId;
    }

    public async Task DisposeAsync() => await _silo.DisposeAsync();

    [Fact]
    public async Task Setting_it_up_changes_nothing_yet()
    {
        var session = (await _firm.SignInAsync(_userId)).Session;
        var setup = await User.TwoFactor.SetUpTwoFactorAsync();

        setup.Secret.Length.ShouldBe(32);
        setup.OtpAuthUri.ShouldBe(
            $"otpauth://totp/Kayse:ada%40firm.example?secret={setup.Secret}&issuer=Kayse&algorithm=SHA1&digits=6&period=30"
        );
        (await User.TwoFactor.GetTwoFactorAsync()).ShouldBe(new TwoFactorView(false, null, 0, null));
        (await _firm.CheckAsync(session.Token)).Principal.ShouldNotBeNull();
        await _firm.SignInAsync(_userId);
    }

    [Fact]
    public async Task A_code_turns_it_on_ends_the_other_sessions_and_replaces_the_token_of_this_one()
    {
        var (own, other) = ((await _firm.SignInAsync(_userId)).Session, (await _firm.SignInAsync(_userId)).Session);
        var app = await Authenticator.EnrolAsync(_silo, _userId, own.Id);

        (await User.TwoFactor.GetTwoFactorAsync()).ShouldBe(new TwoFactorView(true, _silo.Clock.GetUtcNow(), 10, null));
        app.BackupCodes.Distinct().Count().ShouldBe(10);
        (await _firm.CheckAsync(own.Token)).ShouldBe(default);
        (await _firm.CheckAsync(other.Token)).Ended.ShouldBe(SessionEndReason.TwoFactorChanged);
        (await _firm.CheckAsync(app.Session!.Session.Token)).Principal!.UserId.ShouldBe(_userId);
        (await _silo.Mailbox.NextAsync()).Subject.ShouldBe("Two-factor authentication was turned on");
    }

    [Fact]
    public async Task A_wrong_code_does_not_turn_it_on()
    {
        var app = await Authenticator.SetUpAsync(_silo, _userId);

        (await Refused.CodeAsync(() => EnableAsync(app.WrongCode()))).ShouldBe("two_factor_invalid");
        (await User.TwoFactor.GetTwoFactorAsync()).Enabled.ShouldBeFalse();
        await EnableAsync(app.Code());
    }

    [Fact]
    public async Task Only_the_secret_that_was_made_last_can_be_turned_on()
    {
        var (first, second) = (await Authenticator.SetUpAsync(_silo, _userId), await Authenticator.SetUpAsync(_silo, _userId));

        (await Refused.CodeAsync(() => EnableAsync(first.Code()))).ShouldBe("two_factor_invalid");
        await EnableAsync(second.Code());
    }

    [Fact]
    public async Task What_was_not_set_up_or_too_long_ago_can_not_be_turned_on()
    {
        (await Refused.CodeAsync(() => EnableAsync("123456"))).ShouldBe("two_factor_not_set_up");
        var app = await Authenticator.SetUpAsync(_silo, _userId);
        _silo.Clock.Advance(TimeSpan.FromMinutes(30));
        (await Refused.CodeAsync(() => EnableAsync(app.Code()))).ShouldBe("two_factor_not_set_up");
    }

    [Fact]
    public async Task It_is_turned_on_once()
    {
        var app = await EnrolAsync();

        (await Refused.CodeAsync(() => EnableAsync(app.NextCode()))).ShouldBe("two_factor_already_enabled");
        (await Refused.CodeAsync(() => User.TwoFactor.SetUpTwoFactorAsync())).ShouldBe("two_factor_already_enabled");
        (await User.TwoFactor.GetTwoFactorAsync()).BackupCodesLeft.ShouldBe(10);
    }

    [Fact]
    public async Task Password_and_code_turn_it_off_and_end_the_other_sessions()
    {
        var app = await EnrolAsync();
        var other = await app.SignInAsync(await Authenticator.TicketAsync(User));
        var renewed = await User.TwoFactor.DisableTwoFactorAsync(new DisableTwoFactor(1, app.NextCode(), app.Session!.Session.Id));

        (await _firm.CheckAsync(renewed!.Session.Token)).Principal.ShouldNotBeNull();
        (await _firm.CheckAsync(app.Session.Session.Token)).ShouldBe(default);
        (await _firm.CheckAsync(other.Session.Token)).Ended.ShouldBe(SessionEndReason.TwoFactorChanged);
        (await User.TwoFactor.GetTwoFactorAsync()).ShouldBe(new TwoFactorView(false, null, 0, null));
        await _firm.SignInAsync(_userId);
        await _silo.Mailbox.NextAsync();
        (await _silo.Mailbox.NextAsync()).Subject.ShouldBe("Two-factor authentication was turned off");
    }

    [Fact]
    public async Task A_wrong_or_used_code_or_another_password_does_not_turn_it_off()
    {
        var app = await EnrolAsync();

        foreach (var code in new[] { app.WrongCode(), app.Code(), "" })
            (await Refused.CodeAsync(() => DisableAsync(code))).ShouldBe("two_factor_invalid");
        (
            await Refused.CodeAsync(() => User.TwoFactor.DisableTwoFactorAsync(new DisableTwoFactor(2, app.NextCode(), "session")))
        ).ShouldBe("invalid_credentials");
        (await User.TwoFactor.GetTwoFactorAsync()).Enabled.ShouldBeTrue();
        await DisableAsync(app.BackupCodes[0]);
        (await Refused.CodeAsync(() => DisableAsync(app.NextCode()))).ShouldBe("two_factor_not_enabled");
    }

    [Fact]
    public async Task New_backup_codes_take_the_place_of_the_old()
    {
        var app = await EnrolAsync();
        var codes = await User.TwoFactor.RenewBackupCodesAsync();

        codes.Intersect(app.BackupCodes).ShouldBeEmpty();
        (
            await Refused.CodeAsync(async () =>
                await Authenticator.CompleteAsync(User, await Authenticator.TicketAsync(User), app.BackupCodes[0])
            )
        ).ShouldBe("two_factor_invalid");
        await Authenticator.CompleteAsync(User, await Authenticator.TicketAsync(User), codes[0]);
        (await _firm.CheckAsync(app.Session!.Session.Token)).Principal.ShouldNotBeNull();
        await _silo.Mailbox.NextAsync();
        (await _silo.Mailbox.NextAsync()).Subject.ShouldBe("Your Kayse backup codes were replaced");
    }

    [Fact]
    public async Task There_are_no_backup_codes_without_it() =>
        (await Refused.CodeAsync(() => User.TwoFactor.RenewBackupCodesAsync())).ShouldBe("two_factor_not_enabled");

    [Fact]
    public async Task It_survives_a_restart()
    {
        var app = await EnrolAsync();
        await _silo.RestartAsync();

        (await User.TwoFactor.GetTwoFactorAsync()).BackupCodesLeft.ShouldBe(10);
        await app.SignInAsync(await Authenticator.TicketAsync(User));
        await Authenticator.CompleteAsync(User, await Authenticator.TicketAsync(User), app.BackupCodes[9]);
    }

    [Fact]
    public async Task A_set_up_survives_a_restart()
    {
        var app = await Authenticator.SetUpAsync(_silo, _userId);
        await _silo.RestartAsync();

        await EnableAsync(app.Code());
    }

    [Fact]
    public async Task A_reset_link_chooses_a_password_and_leaves_the_code_to_be_asked_for()
    {
        var app = await EnrolAsync();
        var ticket = await Authenticator.TicketAsync(User);
        await _silo.Mailbox.NextAsync();
        await User.Credentials.SendPasswordResetAsync(new SendPasswordReset("reset", null));
        var link = TestMailbox.TokenIn(await _silo.Mailbox.NextAsync());
        SecretToken.TryParse(link, out var secret).ShouldBeTrue();
        await User.Credentials.ResetPasswordAsync(new ResetPassword(secret.Hash, "another"));

        (await Refused.CodeAsync(() => app.SignInAsync(ticket))).ShouldBe("two_factor_ticket_expired");
        var begun = await User.SignIns.SignInAsync(new SignIn(2, CompanyId: null, ClientDevice.Unknown, RememberMe: false));
        begun.SignedIn.ShouldBeNull();
        await app.SignInAsync(begun.Ticket!.Token);
    }

    [Fact]
    public async Task A_password_that_an_admin_sets_does_not_open_the_account_without_the_code()
    {
        _userId = (await _firm.JoinAsync("ben@else.example")).UserId;
        var app = await EnrolAsync();
        await User.Credentials.SetPasswordAsync(new SetPassword(_firm.CompanyId, "Firm", "set"));

        var begun = await User.SignIns.SignInAsync(new SignIn(2, CompanyId: null, ClientDevice.Unknown, RememberMe: false));
        (await app.SignInAsync(begun.Ticket!.Token)).Restriction.ShouldBe(SessionRestriction.PasswordChange);
    }

    [Fact]
    public async Task The_secret_is_encrypted_on_disk()
    {
        var app = await EnrolAsync();
        var stored = await StoredAsync();

        var json = JsonSerializer.Serialize(stored, StateJson.Options);
        json.ShouldContain("protectedSecret");
        json.ShouldNotContain(app.Secret);
        foreach (var code in app.BackupCodes)
            json.ShouldNotContain(code);
        stored.SecondFactor!.ProtectedSecret.Length.ShouldBeGreaterThan(20 + 32);
    }

    [Fact]
    public async Task With_the_keys_lost_backup_codes_are_the_way_in_and_out()
    {
        var app = await EnrolAsync();
        await _silo.MoveAsync(
            (from, to) =>
            {
                foreach (var file in System.IO.Directory.GetFiles(from, "*.db*"))
                    File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
                return Task.CompletedTask;
            }
        );

        (await Refused.CodeAsync(async () => await app.SignInAsync(await Authenticator.TicketAsync(User)))).ShouldBe(
            "two_factor_invalid"
        );
        var session = (await Authenticator.CompleteAsync(User, await Authenticator.TicketAsync(User), app.BackupCodes[0])).Session;
        await User.TwoFactor.DisableTwoFactorAsync(new DisableTwoFactor(1, app.BackupCodes[1], session.Id));
        await Authenticator.EnrolAsync(_silo, _userId, session.Id);
    }

    [Fact]
    public async Task When_a_new_key_takes_over_the_secret_is_encrypted_with_it_at_the_next_code()
    {
        var app = await EnrolAsync();
        var before = (await StoredAsync()).SecondFactor!.ProtectedSecret;
        _silo.Services.GetRequiredService<IKeyManager>().CreateNewKey(DateTimeOffset.UtcNow, DateTimeOffset.UtcNow.AddDays(180));
        await _silo.RestartAsync();
        await app.SignInAsync(await Authenticator.TicketAsync(User));

        var after = (await StoredAsync()).SecondFactor!.ProtectedSecret;
        KeyOf(after).ShouldNotBe(KeyOf(before));
        await app.SignInAsync(await Authenticator.TicketAsync(User));
        KeyOf((await StoredAsync()).SecondFactor!.ProtectedSecret).ShouldBe(KeyOf(after));
    }

    [Fact]
    public void Ones_secret_is_nothing_in_the_state_of_another()
    {
        var secrets = new TwoFactorSecrets(_silo.Services.GetRequiredService<IDataProtectionProvider>());
        var hidden = secrets.Protect("one", [1, 2, 3]);

        secrets.Unprotect("one", hidden, out _).ShouldBe([1, 2, 3]);
        secrets.Unprotect("another", hidden, out _).ShouldBeNull();
    }

    [Fact]
    public async Task Who_is_erased_has_no_second_factor_any_more()
    {
        _userId = (await _firm.JoinAsync("ben@else.example")).UserId;
        await EnrolAsync();
        await _firm.Members.RemoveMemberAsync(_firm.Founder, _userId);
        await User.Profile.EraseAsync();

        (await Refused.CodeAsync(() => User.TwoFactor.GetTwoFactorAsync())).ShouldBe("not_found");
    }

    // The id of the key stands before what it encrypts, after 4 bytes that are always the same.
    private static Guid KeyOf(byte[] hidden) => new(hidden.AsSpan(4, 16));

    private async Task<UserState> StoredAsync()
    {
        var stored = new GrainState<UserState>(new UserState());
        await _silo
            .Services.GetRequiredKeyedService<IGrainStorage>("grains")
            .ReadStateAsync("user", GrainId.Create("user", _userId), stored);
        return stored.State!;
    }

    private async Task<Authenticator> EnrolAsync() =>
        await Authenticator.EnrolAsync(
            _silo,
            _userId,
            (await User.SignIns.SignInAsync(new SignIn(1, CompanyId: null, ClientDevice.Unknown, RememberMe: false))).SignedIn!.Session.Id
        );

    private Task<TwoFactorEnabled> EnableAsync(string code) => User.TwoFactor.EnableTwoFactorAsync(new EnableTwoFactor(code, "session"));

    private Task<RenewedSession?> DisableAsync(string code) =>
        User.TwoFactor.DisableTwoFactorAsync(new DisableTwoFactor(1, code, "session"));
}

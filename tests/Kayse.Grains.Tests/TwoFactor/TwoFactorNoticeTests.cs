using Kayse.Grains.Mail;
using Kayse.Grains.Sessions;
using Kayse.Grains.Tests.Hosting;
using Kayse.Grains.Tokens;
using Kayse.Grains.Users;

namespace Kayse.Grains.Tests.TwoFactor;

/// <summary>The link of a notice turns off the second factor that the notice told of, and no other.</summary>
public sealed class TwoFactorNoticeTests : IAsyncLifetime
{
    private TestSilo _silo = null!;
    private Firm _firm = null!;
    private Authenticator _app = null!;
    private string _turnedOn = "";

    private Person User => _firm.User(_firm.Founder.UserId);

    public async Task InitializeAsync()
    {
        _silo = await TestSilo.StartAsync();
        _firm = await Firm.FoundAsync(_silo);
        _app = await Authenticator.EnrolAsync(_silo, _firm.Founder.UserId, (await _firm.SignInAsync(_firm.Founder.UserId)).Session.Id);
        _turnedOn = await NoticeAsync("Two-factor authentication was turned on");
    }

    public async Task DisposeAsync() => await _silo.DisposeAsync();

    [Fact]
    public async Task The_notice_that_it_was_turned_on_turns_it_off()
    {
        _silo.Mailbox.All[^1].TextBody.ReplaceLineEndings(" ").ShouldContain("turn two-factor authentication off again");
        await NotMeAsync(_turnedOn);

        (await User.TwoFactor.GetTwoFactorAsync()).Enabled.ShouldBeFalse();
        (await _firm.CheckAsync(_app.Session!.Session.Token)).Ended.ShouldBe(SessionEndReason.Revoked);
        (await User.Credentials.GetCredentialAsync())!.PasswordHash.ShouldBeEmpty();
    }

    [Fact]
    public async Task New_backup_codes_do_not_save_it_from_that()
    {
        await User.TwoFactor.RenewBackupCodesAsync();
        await NotMeAsync(_turnedOn);

        (await User.TwoFactor.GetTwoFactorAsync()).Enabled.ShouldBeFalse();
    }

    [Fact]
    public async Task One_that_was_set_up_later_stays()
    {
        var off = await User.TwoFactor.DisableTwoFactorAsync(new(1, _app.NextCode(), _app.Session!.Session.Id));
        await NoticeAsync("Two-factor authentication was turned off");
        _silo.Clock.Advance(TimeSpan.FromSeconds(1));
        await Authenticator.EnrolAsync(_silo, _firm.Founder.UserId, off!.Session.Id);
        await NotMeAsync(_turnedOn);

        (await User.TwoFactor.GetTwoFactorAsync()).Enabled.ShouldBeTrue();
    }

    [Fact]
    public async Task Any_other_notice_leaves_it()
    {
        await User.TwoFactor.RenewBackupCodesAsync();
        await NotMeAsync(await NoticeAsync("Your Kayse backup codes were replaced"));

        (await User.TwoFactor.GetTwoFactorAsync()).Enabled.ShouldBeTrue();
    }

    private async Task<string> NoticeAsync(string subject)
    {
        var mail = await _silo.Mailbox.NextAsync();
        mail.Subject.ShouldBe(subject);
        return TestMailbox.TokenIn(mail);
    }

    private Task NotMeAsync(string token)
    {
        SecretToken.TryParse(token, out var secret).ShouldBeTrue();
        return User.Credentials.NotMeAsync(secret.Hash);
    }
}

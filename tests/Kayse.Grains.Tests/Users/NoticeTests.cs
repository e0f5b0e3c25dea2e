using Kayse.Grains.Errors;
using Kayse.Grains.Mail;
using Kayse.Grains.Sessions;
using Kayse.Grains.SignInGuards;
using Kayse.Grains.Tests.Crashes;
using Kayse.Grains.Tests.Hosting;
using Kayse.Grains.Tokens;
using Kayse.Grains.Users;

namespace Kayse.Grains.Tests.Users;

/// <summary>
/// Mails that tell a person what happens to their account, and the link in them by which they say that it wasn't they.
/// </summary>
public sealed class NoticeTests
{
    private const string Locked = "Your Kayse account is temporarily locked";
    private const string NewDevice = "New sign-in to your Kayse account";
    private const string Changed = "Your Kayse password was changed";
    private const string Reset = "Reset your Kayse password";
    private static readonly ClientDevice _firefox = new(DeviceKinds.Desktop, "Firefox", "Windows", "203.0.113.7")
    {
        Location = "Germany",
    };

    [Fact]
    public async Task The_first_sign_in_is_no_news_and_one_on_another_device_is()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);
        await SignInAsync(firm, _firefox);
        await SignInAsync(firm, _firefox with { IpAddress = "203.0.113.8" });
        ClientDevice[] others =
        [
            _firefox with
            {
                Browser = "Edge",
            },
            _firefox with
            {
                OperatingSystem = "macOS",
            },
            _firefox with
            {
                Kind = DeviceKinds.Tablet,
            },
            _firefox with
            {
                Location = "Brazil",
            },
        ];
        foreach (var other in others)
        {
            await SignInAsync(firm, other);
            (await silo.Mailbox.NextAsync()).Subject.ShouldBe(NewDevice);
            await SignInAsync(firm, other);
        }

        var told = silo.Mailbox.All.Count;
        told.ShouldBe(others.Length);
        silo.Mailbox.All[^1]
            .TextBody.ReplaceLineEndings(" ")
            .ShouldContain("with Firefox on Windows from Brazil (IP address 203.0.113.7)");
    }

    [Fact]
    public async Task A_device_that_twenty_others_came_after_is_news_again()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);
        await SignInAsync(firm, _firefox);
        for (var i = 0; i < 20; i++)
        {
            await SignInAsync(firm, _firefox with { Location = $"Country {i}" });
            await silo.Mailbox.NextAsync();
        }

        await SignInAsync(firm, _firefox with { Location = "Country 1" });
        await SignInAsync(firm, _firefox);

        (await silo.Mailbox.NextAsync()).TextBody.ReplaceLineEndings(" ").ShouldContain("from Germany");
    }

    [Fact]
    public async Task A_lock_is_told_by_mail_and_the_guard_is_told_so()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);
        await LockAsync(firm);

        await firm.User(firm.Founder.UserId).SignIns.SignInLockedAsync(_firefox);

        var mail = await silo.Mailbox.NextAsync();
        mail.Subject.ShouldBe(Locked);
        mail.TextBody.ShouldContain("/not-me#token=");
        await CrashScenario.EventuallyAsync(async () => (await Guard(silo).AttemptAsync("attempt")).LockUntold.ShouldBeFalse());
    }

    [Fact]
    public async Task Locks_are_told_at_most_every_six_hours()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);
        var user = firm.User(firm.Founder.UserId);
        await user.SignIns.SignInLockedAsync(_firefox);
        await silo.Mailbox.NextAsync();
        silo.Clock.Advance(TimeSpan.FromHours(6) - TimeSpan.FromSeconds(1));
        await user.SignIns.SignInLockedAsync(_firefox);
        await user.Profile.GetAsync();
        silo.Clock.Advance(TimeSpan.FromSeconds(1));
        await user.SignIns.SignInLockedAsync(_firefox);

        await silo.Mailbox.NextAsync();
        silo.Mailbox.All.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_used_reset_link_ends_a_lock()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);
        await LockAsync(firm);
        await firm.User(firm.Founder.UserId).Credentials.SendPasswordResetAsync(new SendPasswordReset("link", null));
        var token = TestMailbox.TokenIn(await silo.Mailbox.NextAsync());
        (await Guard(silo).AttemptAsync("before")).Verdict.ShouldBe(SignInGuardVerdict.Locked);

        await firm.User(firm.Founder.UserId).Credentials.ResetPasswordAsync(new ResetPassword(SecretOf(token), "chosen"));

        (await Guard(silo).AttemptAsync("after")).Verdict.ShouldBe(SignInGuardVerdict.Allowed);
        await silo.RestartAsync();
        (await Guard(silo).AttemptAsync("after a restart")).Verdict.ShouldBe(SignInGuardVerdict.Allowed);
    }

    [Fact]
    public async Task Who_says_that_it_was_not_they_is_signed_out_has_no_password_and_gets_a_link_to_choose_one()
    {
        await using var silo = await TestSilo.StartAsync();
        var (firm, notice) = await NoticedAsync(silo);
        var session = (await SignInAsync(firm, _firefox)).Session;

        await NotMeAsync(firm, notice);

        (await firm.CheckAsync(session.Token)).Ended.ShouldBe(SessionEndReason.Revoked);
        (await CredentialAsync(firm)).PasswordHash.ShouldBeEmpty();
        (await Refused.CodeAsync(() => SignInAsync(firm, _firefox, version: 1))).ShouldBe("invalid_credentials");
        var mail = await silo.Mailbox.NextAsync();
        (mail.Subject, mail.To.Address).ShouldBe((Reset, "ada@firm.example"));
        mail.TextBody.ReplaceLineEndings(" ").ShouldContain("You reported that someone else used your Kayse account");
        await firm.User(firm.Founder.UserId).Credentials.ResetPasswordAsync(new ResetPassword(SecretOf(TestMailbox.TokenIn(mail)), "chosen"));
        await SignInAsync(firm, _firefox, version: 3);
    }

    [Fact]
    public async Task The_link_of_a_notice_that_was_used_does_nothing_more()
    {
        await using var silo = await TestSilo.StartAsync();
        var (firm, notice) = await NoticedAsync(silo);
        await NotMeAsync(firm, notice);
        var token = TestMailbox.TokenIn(await silo.Mailbox.NextAsync());
        await firm.User(firm.Founder.UserId).Credentials.ResetPasswordAsync(new ResetPassword(SecretOf(token), "chosen"));
        var session = (await SignInAsync(firm, _firefox, version: 3)).Session;

        await NotMeAsync(firm, notice);

        (await CredentialAsync(firm)).ShouldBe(new UserCredential("chosen", 3));
        (await firm.CheckAsync(session.Token)).Principal.ShouldNotBeNull();
    }

    [Fact]
    public async Task The_link_of_a_notice_works_for_7_days()
    {
        await using var silo = await TestSilo.StartAsync();
        var (firm, notice) = await NoticedAsync(silo);
        silo.Clock.Advance(TimeSpan.FromDays(7));
        (await Refused.CodeAsync(() => NotMeAsync(firm, notice))).ShouldBe("not_found");
        (await CredentialAsync(firm)).PasswordHash.ShouldNotBeEmpty();

        var (_, fresh) = await NoticedAsync(silo, firm);
        silo.Clock.Advance(TimeSpan.FromDays(7) - TimeSpan.FromSeconds(1));
        await NotMeAsync(firm, fresh);
        (await CredentialAsync(firm)).PasswordHash.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("another secret")]
    [InlineData("another person")]
    public async Task The_link_of_a_notice_needs_its_secret(string whose)
    {
        await using var silo = await TestSilo.StartAsync();
        var (firm, notice) = await NoticedAsync(silo);
        var userId = whose == "another person" ? EntityId.New(silo.Clock) : firm.Founder.UserId;
        var secret = whose == "another person" ? notice : SecretToken.Create(userId, out _);

        (await Refused.CodeAsync(() => firm.User(userId).Credentials.NotMeAsync(SecretOf(secret)))).ShouldBe("not_found");

        (await CredentialAsync(firm)).PasswordHash.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_changed_password_is_told_with_such_a_link()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);
        var session = (await SignInAsync(firm, _firefox)).Session;
        await firm.User(firm.Founder.UserId).Credentials.ChangePasswordAsync(new ChangePassword(1, "by an intruder", session.Id));
        var mail = await silo.Mailbox.NextAsync();
        mail.Subject.ShouldBe(Changed);

        await NotMeAsync(firm, TestMailbox.TokenIn(mail));

        (await silo.Mailbox.NextAsync()).Subject.ShouldBe(Reset);
        (await CredentialAsync(firm)).PasswordHash.ShouldBeEmpty();
    }

    private static async Task<(Firm Firm, string Token)> NoticedAsync(TestSilo silo, Firm? firm = null)
    {
        firm ??= await Firm.FoundAsync(silo);
        await firm.User(firm.Founder.UserId).SignIns.SignInLockedAsync(_firefox);
        return (firm, TestMailbox.TokenIn(await silo.Mailbox.NextAsync()));
    }

    private static Task<SignedIn> SignInAsync(Firm firm, ClientDevice device, int version = 1) =>
        firm.User(firm.Founder.UserId).SignInAsync(new SignIn(version, firm.CompanyId, device, RememberMe: false));

    private static Task NotMeAsync(Firm firm, string token) => firm.User(firm.Founder.UserId).Credentials.NotMeAsync(SecretOf(token));

    private static async Task<UserCredential> CredentialAsync(Firm firm) =>
        (await firm.User(firm.Founder.UserId).Credentials.GetCredentialAsync())!;

    private static async Task LockAsync(Firm firm)
    {
        for (var i = 0; i < 10; i++)
            await Guard(firm.Silo).FailedAsync($"{i}");
    }

    private static ISignInGuardGrain Guard(TestSilo silo) =>
        silo.Grains.GetGrain<ISignInGuardGrain>(SignInGuardKeys.ForAddress("ada@firm.example"));

    private static TokenHash SecretOf(string token)
    {
        SecretToken.TryParse(token, out var secret).ShouldBeTrue();
        return secret.Hash;
    }
}

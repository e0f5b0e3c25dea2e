using System.Net;
using Kayse.WebHost.Tests.Testing;

namespace Kayse.WebHost.Tests.Passwords;

/// <summary>Mails about what happens to an account, and saying that it wasn't oneself (US-6).</summary>
public sealed class NotMeTests(SharedApp shared) : AppTests(shared)
{
    private const string NewDevice = "New sign-in to your Kayse account";
    private const string Changed = "Your Kayse password was changed";
    private const string Reset = "Reset your Kayse password";
    private const string NewPassword = "a plum tram for the otter";
    private const string Firefox = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0";
    private Person _person = null!;

    public override async Task InitializeAsync() => _person = await App.SignUpAsync();

    [Fact]
    public async Task A_sign_in_on_a_new_device_is_told_once()
    {
        await SignInAsync(Person.Password, Firefox);
        var mail = await App.MailAsync(_person.Email, NewDevice);
        await SignInAsync(Person.Password, Firefox);
        await SignInAsync(Person.Password);

        mail.ShouldContain("Firefox on Windows");
        App.Mails(_person.Email).Count(text => text.Contains(NewDevice, StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task Saying_so_locks_everybody_out_and_mails_a_link_to_choose_a_password()
    {
        var intruder = (await SignInAsync(Person.Password, Firefox)).At("session.token");
        var notice = await App.MailedTokenAsync(_person.Email, NewDevice, otherThan: null);

        (await NotMeAsync(notice)).ShouldBe(HttpStatusCode.NoContent).Text.ShouldBeEmpty();

        foreach (var token in new[] { intruder, _person.Token })
            (await App.Client(token).GetAsync("session"))
                .ShouldRefuse(HttpStatusCode.Unauthorized, "session_ended")
                .At("reason")
                .ShouldBe("revoked");
        (await TrySignInAsync(Person.Password)).ShouldRefuse(HttpStatusCode.Unauthorized, "invalid_credentials");
        var reset = await App.MailedTokenAsync(_person.Email, Reset, otherThan: null);
        (await App.Client().PostAsync("auth/reset-password", new { token = reset, newPassword = NewPassword })).ShouldBe(
            HttpStatusCode.NoContent
        );
        await SignInAsync(NewPassword);
    }

    [Fact]
    public async Task A_link_that_was_used_may_be_used_again_and_does_nothing()
    {
        var notice = await NoticeAsync();
        await NotMeAsync(notice);
        var reset = await App.MailedTokenAsync(_person.Email, Reset, otherThan: null);
        const string Third = "an otter on the plum tram";
        (await App.Client().PostAsync("auth/reset-password", new { token = reset, newPassword = Third })).ShouldBe(
            HttpStatusCode.NoContent
        );

        (await NotMeAsync(notice)).ShouldBe(HttpStatusCode.NoContent);

        await SignInAsync(Third);
    }

    [Fact]
    public async Task A_voided_password_may_not_be_chosen_again()
    {
        await NotMeAsync(await NoticeAsync());
        var reset = await App.MailedTokenAsync(_person.Email, Reset, otherThan: null);

        (await App.Client().PostAsync("auth/reset-password", new { token = reset, newPassword = NewPassword })).ShouldRefuse(
            HttpStatusCode.UnprocessableEntity,
            "password_reused"
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("06drtrktg0pvs2beas8tmeva.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task Other_tokens_are_refused(string token) =>
        (await NotMeAsync(token)).ShouldRefuse(HttpStatusCode.NotFound, "not_found");

    [Fact]
    public async Task A_reset_link_is_no_such_link_and_such_a_link_is_no_reset_link()
    {
        var notice = await NoticeAsync();
        await App.Client().PostAsync("auth/forgot-password", new { email = _person.Email });
        var reset = await App.MailedTokenAsync(_person.Email, Reset, otherThan: null);

        (await NotMeAsync(reset)).ShouldRefuse(HttpStatusCode.NotFound, "not_found");
        (await App.Client().PostAsync("auth/reset-password", new { token = notice, newPassword = NewPassword })).ShouldRefuse(
            HttpStatusCode.NotFound,
            "not_found"
        );
    }

    [Fact]
    public async Task Opening_the_link_as_mail_scanners_do_changes_nothing()
    {
        await NoticeAsync();
        (await App.Client().GetAsync("/not-me"))
            .ShouldBe(HttpStatusCode.OK)
            .Header("Content-Security-Policy")!
            .ShouldContain("default-src 'none'");

        (await App.Client().SendAsync(HttpMethod.Get, "auth/not-me", null)).ShouldBe(HttpStatusCode.MethodNotAllowed);
        await SignInAsync(NewPassword);
    }

    // Of a change of the password.
    private async Task<string> NoticeAsync()
    {
        (
            await App.Client(_person.Token).PostAsync("me/password", new { currentPassword = Person.Password, newPassword = NewPassword })
        ).ShouldBe(HttpStatusCode.OK);
        return await App.MailedTokenAsync(_person.Email, Changed, otherThan: null);
    }

    private Task<ApiAnswer> NotMeAsync(string token) => App.Client().PostAsync("auth/not-me", new { token });

    private async Task<ApiAnswer> SignInAsync(string password, string? agent = null) =>
        (await TrySignInAsync(password, agent)).ShouldBe(HttpStatusCode.OK);

    private Task<ApiAnswer> TrySignInAsync(string password, string? agent = null) =>
        App.Client().PostAsync("auth/sign-in", new { email = _person.Email, password }, agent is null ? [] : [("User-Agent", agent)]);
}

using System.Net;
using Kayse.WebHost.Tests.Testing;

namespace Kayse.WebHost.Tests.Users.Pages;

/// <summary>How somebody proves in the browser that an address is theirs.</summary>
public sealed class VerifyEmailPageTests(SharedApp shared) : AppTests(shared)
{
    private Person _owner = null!;
    private PageClient _browser = null!;

    public override async Task InitializeAsync()
    {
        _owner = await App.SignUpUnverifiedAsync();
        _browser = App.Browser(_owner);
    }

    [Fact]
    public async Task Every_page_reminds_who_has_not_proved_it_and_none_who_has()
    {
        (await _browser.GetAsync("/profile"))
            .ShouldSay("Verify your email address to invite people.")
            .Links.ShouldContain(link => link.Url == "/verify-email");
        await App.VerifyAsync(_owner.Email);
        (await _browser.GetAsync("/profile")).Links.ShouldNotContain(link => link.Url == "/verify-email");
    }

    [Fact]
    public async Task A_code_is_entered()
    {
        (await _browser.SubmitAsync("/verify-email", "code", ("code", "000")))
            .ShouldBe(HttpStatusCode.UnprocessableEntity)
            .ErrorOf("code")
            .ShouldNotBeEmpty();
        (await _browser.SubmitAsync("/verify-email", "code", ("code", await App.MailedCodeAsync(_owner.Email))))
            .ShouldBe(HttpStatusCode.OK)
            .ShouldSay("Email address verified.");
        (await _browser.GetAsync("/verify-email")).Heading.ShouldBe("Email address verified");
    }

    [Fact]
    public async Task Another_code_is_sent()
    {
        var first = await App.MailedCodeAsync(_owner.Email);
        (await _browser.SubmitAsync("/verify-email", "resend"))
            .ShouldBeAt("/verify-email")
            .ShouldSay($"New code sent to {_owner.Email}.");
        (await App.MailedCodeAsync(_owner.Email, otherThan: first)).ShouldNotBe(first);
    }

    [Fact]
    public async Task The_link_works_without_a_session_and_opening_it_changes_nothing()
    {
        var stranger = App.Browser();
        var opened = await stranger.SubmitAsync(
            "/verify-email",
            "open",
            ("link", $"http://localhost/verify-email#token={await App.VerificationTokenAsync(_owner.Email)}")
        );
        (await App.Client(_owner.Token).GetAsync("me")).Json["emailVerified"]!.GetValue<bool>().ShouldBeFalse();

        (await stranger.SubmitAsync(opened, "verify")).ShouldBe(HttpStatusCode.OK).Heading.ShouldBe("Email address verified");

        (await App.Client(_owner.Token).GetAsync("me")).Json["emailVerified"]!.GetValue<bool>().ShouldBeTrue();
    }

    [Fact]
    public async Task A_link_that_leads_nowhere_says_so()
    {
        var stranger = App.Browser();
        var opened = await stranger.SubmitAsync("/verify-email", "open", ("link", "of nobody"));
        (await stranger.SubmitAsync(opened, "verify")).Heading.ShouldBe("This link can't be used");
    }
}

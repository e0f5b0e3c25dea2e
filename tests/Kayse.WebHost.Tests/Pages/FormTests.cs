using System.Net;
using Kayse.WebHost.Tests.Testing;

namespace Kayse.WebHost.Tests.Pages;

/// <summary>What holds for all forms.</summary>
public sealed class FormTests(SharedApp shared) : AppTests(shared)
{
    private Person _person = null!;

    public override async Task InitializeAsync() => _person = await App.SignUpAsync();

    [Fact]
    public async Task A_form_of_somebody_else_is_refused()
    {
        var other = App.Browser(await App.SignUpAsync());
        var theirs = (await other.GetAsync("/profile/sessions/sign-out")).Form("everywhere").Values;

        (await App.Browser(_person).PostAsync("/profile/sessions/sign-out", theirs, ("Sec-Fetch-Site", "same-origin"))).ShouldBe(
            HttpStatusCode.BadRequest
        );
        (await App.Client(_person.Token).GetAsync("session")).ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("/profile/sessions?x=1", "/profile/sessions?x=1")]
    [InlineData("/", "/")]
    [InlineData("https://evil.example/", "/")]
    [InlineData("//evil.example/", "/")]
    [InlineData("/\\evil.example/", "/")]
    [InlineData("/\t/evil.example/", "/")]
    [InlineData("/\n/evil.example/", "/")]
    [InlineData("javascript:alert(1)", "/")]
    [InlineData("evil.example", "/")]
    [InlineData("", "/")]
    public async Task After_signing_in_nobody_is_led_off_this_site(string returnTo, string expected)
    {
        var browser = App.Browser();
        var page = await browser.GetAsync($"/sign-in?returnTo={Uri.EscapeDataString(returnTo)}");
        var values = page.Form("sign-in")
            .Values.Where(value => value.Name is not ("email" or "password"))
            .Append(("email", _person.Email))
            .Append(("password", Person.Password));
        var content = new FormUrlEncodedContent(values.Select(value => KeyValuePair.Create(value.Item1, value.Item2)));

        (await browser.SendOnceAsync(HttpMethod.Post, page.Url, content)).Location.ShouldBe(expected);
        browser.Cookie("kayse_session").ShouldNotBeNull();
        (await browser.SendOnceAsync(HttpMethod.Get, page.Url)).Location.ShouldBe(expected);
    }

    [Fact]
    public async Task What_was_typed_is_not_lost_and_passwords_are_not_sent_back()
    {
        var page = (
            await App.Browser()
                .SubmitAsync(
                    "/sign-in",
                    "sign-in",
                    ("email", "\"><script>alert(1)</script>"),
                    ("password", "secret of mine"),
                    ("rememberMe", "on")
                )
        ).ShouldBe(HttpStatusCode.Unauthorized);

        page.Html.ShouldNotContain("<script>alert");
        page.Html.ShouldNotContain("secret of mine");
        page.Form("sign-in")["email"].ShouldBe("\"><script>alert(1)</script>");
        page.Form("sign-in")["rememberMe"].ShouldBe("on");
        page.Notices.ShouldHaveSingleItem();
    }
}

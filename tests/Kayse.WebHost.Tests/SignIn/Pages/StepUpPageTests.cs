using System.Net;
using Kayse.WebHost.Tests.Testing;

namespace Kayse.WebHost.Tests.SignIn.Pages;

/// <summary>Proving once more who one is, on the way to a page that needs it.</summary>
public sealed class StepUpPageTests(SharedApp shared) : AppTests(shared)
{
    private const string Wanted = "/set-up-two-factor";
    private Person _person = null!;

    public override async Task InitializeAsync() => _person = await App.SignUpAsync();

    [Fact]
    public async Task The_password_leads_on_to_the_page()
    {
        App.Clock.Advance(TimeSpan.FromMinutes(16));
        var browser = App.Browser(_person);
        var page = await browser.GetAsync(Wanted);

        page.ShouldBeAt("/step-up").Url.ShouldContain("returnTo=%2Fset-up-two-factor");
        (await browser.SubmitAsync(page, "step-up", ("password", "not it")))
            .ShouldBe(HttpStatusCode.Unauthorized)
            .Notices.ShouldNotBeEmpty();
        (await browser.SubmitAsync(page, "step-up", ("password", Person.Password))).ShouldBeAt(Wanted);
        browser.Cookie("kayse_session").ShouldNotBe(_person.Token);
    }

    [Fact]
    public async Task Who_has_a_second_factor_is_asked_for_a_code()
    {
        var enrolment = await App.EnrolAsync(_person);
        App.Clock.Advance(TimeSpan.FromMinutes(16));
        var browser = App.Browser(enrolment.Person);
        var page = await browser.GetAsync("/step-up?returnTo=%2Fprofile%2Fsessions");

        page.Form("step-up").Names.ShouldNotContain("password");
        (await browser.SubmitAsync(page, "step-up", ("code", enrolment.App.Code()))).ShouldBeAt("/profile/sessions");
    }

    [Fact]
    public async Task It_leads_nobody_off_this_site()
    {
        var browser = App.Browser(_person);
        var page = await browser.GetAsync("/step-up?returnTo=%2F%2Fevil.example%2Fx");
        var content = new FormUrlEncodedContent(
            page.Form("step-up")
                .Values.Where(value => value.Name != "password")
                .Append(("password", Person.Password))
                .Select(value => KeyValuePair.Create(value.Item1, value.Item2))
        );

        page.Links.ShouldNotContain(link => link.Url.Contains("evil", StringComparison.Ordinal));
        (await browser.SendOnceAsync(HttpMethod.Post, page.Url, content)).Location.ShouldBe("/");
    }
}

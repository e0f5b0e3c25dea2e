using System.Net;
using Kayse.WebHost.Tests.Testing;

namespace Kayse.WebHost.Tests.Appearance;

/// <summary>How the console looks to somebody, from the first byte of each page (PR-2).</summary>
public sealed class AppearanceTests(SharedApp shared) : IClassFixture<SharedApp>, IAsyncLifetime
{
    private const string Dark = """data-theme="dark" data-scale="1250" data-motion="on" data-contrast="off">""";
    private Person _person = null!;

    private KayseApp App => shared.App;

    private ApiClient Me => App.Client(_person.Token);

    public async Task InitializeAsync() => _person = await App.SignUpAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Without_a_choice_the_system_decides() =>
        (await App.Browser(_person).GetAsync("/profile")).Html.ShouldContain("""<html lang="en">""");

    [Fact]
    public async Task A_choice_stands_on_every_page_and_goes_along_when_somebody_signs_out()
    {
        await SetAsync(Choice());
        var browser = App.Browser(_person);

        foreach (var url in new[] { "/profile", "/sign-up", "/no-such-page" })
            (await browser.GetAsync(url)).Html.ShouldContain(Dark, Case.Sensitive, url);
        (await browser.GetAsync("/profile")).Html.ShouldContain("name=\"color-scheme\" content=\"dark\"");
        await browser.SubmitAsync("/sign-out", "sign-out");
        (await browser.GetAsync("/sign-in")).Html.ShouldContain(Dark);
    }

    [Theory]
    [InlineData("1.1000.0.0")]
    [InlineData("1.1000.0.0.2")]
    [InlineData("9.1000.0.0.0")]
    [InlineData("1.99999.0.0.0")]
    [InlineData("\"><script>alert(1)</script>")]
    public async Task A_cookie_that_we_would_not_write_says_nothing(string cookie)
    {
        var page = await App.Browser()
            .SendAsync(HttpMethod.Get, "/sign-in", content: null, ("Cookie", $"kayse_look={Uri.EscapeDataString(cookie)}"));

        page.ShouldBe(HttpStatusCode.OK).Html.ShouldContain("""<html lang="en">""");
    }

    [Fact]
    public async Task The_page_saves_what_is_chosen()
    {
        var page = await App.Browser(_person)
            .SubmitAsync(
                "/profile/appearance",
                "appearance",
                ("theme", "dark"),
                ("fontScale", "1.25"),
                ("reducedMotion", "on"),
                ("highContrast", "off"),
                ("shortcuts", "on")
            );

        page.ShouldSay("Appearance saved.");
        page.Html.ShouldContain(Dark);
        page.Html.ShouldContain("shortcut-sheet");
        (await Me.GetAsync("me/appearance")).At("theme").ShouldBe("dark");
    }

    [Theory]
    [InlineData("fontScale", 1.2)]
    [InlineData("fontScale", 100)]
    [InlineData("theme", "pink")]
    [InlineData("highContrast", null)]
    public async Task What_cannot_be_chosen_is_refused(string field, object? value)
    {
        var choice = Choice();
        choice[field] = value;

        (await Me.SendAsync(HttpMethod.Put, "me/appearance", choice)).ShouldRefuse(HttpStatusCode.BadRequest, "validation_failed");
        (await Me.GetAsync("me/appearance")).At("theme").ShouldBe("system");
    }

    [Fact]
    public async Task Keyboard_shortcuts_are_off_until_they_are_turned_on()
    {
        (await App.Browser(_person).GetAsync("/home")).Html.ShouldNotContain("shortcuts.");
        var choice = Choice();
        choice["shortcuts"] = true;
        await SetAsync(choice);

        (await App.Browser(_person).GetAsync("/home")).Html.ShouldContain("shortcuts.");
    }

    private async Task SetAsync(Dictionary<string, object?> choice) =>
        (await Me.SendAsync(HttpMethod.Put, "me/appearance", choice)).ShouldBe(HttpStatusCode.OK);

    private static Dictionary<string, object?> Choice() =>
        new(StringComparer.Ordinal)
        {
            ["theme"] = "dark",
            ["fontScale"] = 1.25,
            ["reducedMotion"] = "on",
            ["highContrast"] = "off",
            ["shortcuts"] = false,
        };
}

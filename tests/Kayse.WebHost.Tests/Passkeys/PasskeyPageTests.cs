using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Kayse.Testing;
using Kayse.WebHost.Tests.Testing;

namespace Kayse.WebHost.Tests.Passkeys;

/// <summary>The pages with passkeys, as the script uses them and as they are without it.</summary>
[Collection(PasskeyScene.Name)]
public sealed partial class PasskeyPageTests(PasskeyScene scene) : IDisposable
{
    private readonly SoftwarePasskey _passkey = new();

    private KayseApp App => scene.App;

    public void Dispose() => _passkey.Dispose();

    [Fact]
    public async Task A_passkey_is_added_used_and_removed_on_pages()
    {
        var person = await App.SignUpAsync();
        var browser = App.Browser(person);
        var page = await browser.GetAsync("/profile/security/passkeys/add");
        page = await browser.SubmitAsync(page, "passkey", ("passkey", Json(_passkey.Create(OptionsIn(page)))), ("name", "Office laptop"));
        page.ShouldBeAt("/profile/security").ShouldSay("Passkey added.").ShouldSay("Office laptop");

        var other = App.Browser();
        page = await other.GetAsync("/sign-in?returnTo=%2Fprofile%2Fsecurity");
        page.Html.ShouldContain("autocomplete=\"username webauthn\"");
        page = await other.SubmitAsync(page, "passkey", ("passkey", Json(_passkey.Use(OptionsIn(page)))));
        page.ShouldBeAt("/profile/security").ShouldSay("Office laptop");

        App.Clock.Advance(TimeSpan.FromMinutes(16));
        var remove = page.Links.Single(link => link.Url.EndsWith("/remove", StringComparison.Ordinal)).Url;
        page = await other.GetAsync(remove);
        page.Heading.ShouldBe("Confirm it's you");
        page = await other.SubmitAsync(page, "passkey", ("passkey", Json(_passkey.Use(OptionsIn(page)))));
        page = await other.SubmitAsync(page.ShouldBeAt(remove), "remove");
        page.ShouldBeAt("/profile/security").ShouldSay("Passkey removed.").ShouldSay("No passkeys.");

        page = await App.Browser().GetAsync("/sign-in");
        page = await App.Browser().SubmitAsync("/sign-in", "passkey", ("passkey", Json(_passkey.Use(OptionsIn(page)))));
        page.ShouldBe(HttpStatusCode.Unauthorized).Html.ShouldContain("data-passkey-unknown");
    }

    [Fact]
    public async Task It_completes_a_sign_in_on_the_page_that_asks_for_the_code()
    {
        var enrolment = await App.EnrolAsync(await App.SignUpAsync());
        await App.AddAsync(enrolment.Person, _passkey);
        var browser = App.Browser();
        var page = await browser.SubmitAsync("/sign-in", "sign-in", ("email", enrolment.Person.Email), ("password", Person.Password));
        page.ShouldSay("Use a passkey, or enter a code.");

        page = await browser.SubmitAsync(page, "passkey", ("passkey", Json(_passkey.Use(OptionsIn(page)))), ("trustDevice", "on"));

        (await browser.GetAsync("/profile/security")).ShouldSay("Trusted devices").ShouldSay("This device");
    }

    [Fact]
    public async Task It_is_offered_after_a_password_where_the_device_can_have_one_until_not_now()
    {
        var person = await App.SignUpAsync();
        (string, string)[] fields = [("email", person.Email), ("password", Person.Password)];
        (await App.Browser().SubmitAsync("/sign-in?returnTo=%2Fhelp", "sign-in", fields)).ShouldBeAt("/help");

        var browser = App.Browser();
        var page = await browser.SubmitAsync("/sign-in?returnTo=%2Fhelp", "sign-in", [.. fields, ("offersPasskey", "on")]);
        page.Heading.ShouldBe("Sign in faster next time");
        (await browser.SubmitAsync(page, "dismiss")).ShouldBeAt("/help");
        (await App.Browser().SubmitAsync("/sign-in?returnTo=%2Fhelp", "sign-in", [.. fields, ("offersPasskey", "on")])).ShouldBeAt(
            "/help"
        );
    }

    [Fact]
    public async Task Nonsense_in_a_form_is_refused()
    {
        foreach (var nonsense in new[] { "", "{}", "null", "not JSON" })
            (await App.Browser().SubmitAsync("/sign-in", "passkey", ("passkey", nonsense))).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task The_script_is_on_the_pages_that_need_it_alone()
    {
        var browser = App.Browser(await App.SignUpAsync());
        (await App.Browser().GetAsync("/sign-in")).Html.ShouldContain("/assets/passkeys.");
        (await browser.GetAsync("/profile/security")).Html.ShouldContain("/assets/passkeys.");
        (await browser.GetAsync("/profile")).Html.ShouldNotContain("/assets/passkeys.");
    }

    private static JsonElement OptionsIn(Page page) =>
        JsonDocument.Parse(WebUtility.HtmlDecode(Options().Match(page.Html).Groups["json"].Value)).RootElement;

    private static string Json(object credential) => JsonSerializer.Serialize(credential);

    [GeneratedRegex("data-passkey=\"(?<json>[^\"]*)\"")]
    private static partial Regex Options();
}

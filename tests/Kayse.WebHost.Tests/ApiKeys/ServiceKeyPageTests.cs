using System.Net;
using System.Text.RegularExpressions;
using Kayse.WebHost.Tests.Testing;

namespace Kayse.WebHost.Tests.ApiKeys;

/// <summary>The console's pages of service keys.</summary>
public sealed partial class ServiceKeyPageTests(SharedApp shared) : AppTests(shared)
{
    private const string Keys = "/settings/service-keys";

    [Fact]
    public async Task A_key_is_created_shown_once_rotated_and_revoked()
    {
        var owner = await App.SignUpAsync();
        var browser = App.Browser(owner);

        var created = await browser.SubmitAsync($"{Keys}/new", "new", ("name", "Importer <b>"), ("permissions", "Read"));
        var first = KeyIn(created);
        (await StatusAsync(first)).ShouldBe(HttpStatusCode.OK);
        var list = await browser.GetAsync(Keys);
        list.Html.ShouldContain("Importer &lt;b&gt;");
        list.Html.ShouldNotContain(first);
        var id = IdIn(first);

        var rotated = await browser.SubmitAsync($"{Keys}/{id}/rotate", "rotate");
        var second = KeyIn(rotated);
        (await StatusAsync(first)).ShouldBe(HttpStatusCode.OK);
        (await browser.GetAsync(Keys)).Html.ShouldContain($"{Keys}/{id}/end-overlap");

        await browser.SubmitAsync($"{Keys}/{id}/end-overlap", "end");
        (await StatusAsync(first)).ShouldBe(HttpStatusCode.Unauthorized);
        (await browser.GetAsync(Keys)).Html.ShouldNotContain($"{Keys}/{id}/end-overlap");

        await browser.SubmitAsync($"{Keys}/{id}/revoke", "revoke");
        (await StatusAsync(second)).ShouldBe(HttpStatusCode.Unauthorized);
        (await browser.GetAsync(Keys)).Text.ShouldContain("No service keys yet");
    }

    [Fact]
    public async Task A_key_without_name_and_permissions_is_refused_at_its_fields()
    {
        var browser = App.Browser(await App.SignUpAsync());

        var page = await browser.SubmitAsync($"{Keys}/new", "new", ("name", ""), ("permissions", ""));

        page.ErrorOf("name").ShouldNotBeEmpty();
        page.ErrorOf("permissions").ShouldNotBeEmpty();
        (await browser.GetAsync(Keys)).Text.ShouldContain("No service keys yet");
    }

    private async Task<HttpStatusCode> StatusAsync(string key) => (await App.Client(key).GetAsync("session")).Status;

    private static string KeyIn(Page page)
    {
        var key = Key().Match(page.Text).Value;
        key.ShouldNotBeEmpty(page.Text);
        return key;
    }

    private static string IdIn(string key) => key.Split('_')[1];

    [GeneratedRegex("kayse_[0-9a-z]{24}_[0-9A-Za-z]{51}", RegexOptions.None, 1000)]
    private static partial Regex Key();
}

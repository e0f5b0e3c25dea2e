using System.Net;
using System.Text.RegularExpressions;
using Kayse.Grains.Scim;
using Kayse.WebHost.Tests.Testing;

namespace Kayse.WebHost.Tests.Scim;

/// <summary>How admins connect an identity provider: over HTTP, and in the console.</summary>
public sealed partial class ScimSettingsTests(SharedApp shared) : AppTests(shared)
{
    private const string Url = "companies/current/scim";
    private const string Console = "/settings/provisioning";

    [Fact]
    public async Task A_token_is_shown_once_and_works_until_it_is_revoked()
    {
        var admin = App.Client((await App.SignUpAsync()).Token);
        (await admin.PostAsync($"{Url}/tokens", new { expiresAt = App.Clock.GetUtcNow().AddYears(3) }))
            .ShouldRefuse(HttpStatusCode.BadRequest, "validation_failed")
            .Json["errors"]!
            ["expiresAt"]
            .ShouldNotBeNull();

        var created = await CreateAsync(admin);

        var listed = (await admin.GetAsync($"{Url}/tokens")).Json["items"]!.AsArray().ShouldHaveSingleItem()!;
        listed["token"].ShouldBeNull();
        listed["id"]!.GetValue<string>().ShouldBe(created.At("id"));
        await CreateAsync(admin);
        (await admin.PostAsync($"{Url}/tokens", new { })).ShouldRefuse(HttpStatusCode.Conflict, "scim_token_limit_reached");

        (await admin.DeleteAsync($"{Url}/tokens/{created.At("id")}")).ShouldBe(HttpStatusCode.NoContent);
        (await admin.DeleteAsync($"{Url}/tokens/{created.At("id")}")).ShouldRefuse(HttpStatusCode.NotFound, "not_found");
        // It is no API key, and no session either.
        (await App.Client(created.At("token")).GetAsync("session")).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Groups_give_what_the_company_says()
    {
        var owner = await App.SignUpAsync();
        var admin = App.Client(owner.Token);
        var directory = new ScimDirectoryClient(App, (await CreateAsync(admin)).At("token"));
        var domain = await VerifyAsync(directory);
        var ben = await directory.AddAsync($"ben@{domain}");
        var group = await directory.AddGroupAsync("Intake <b>", ben);
        var access = $"{Url}/groups/{group}/access";

        (await admin.SendAsync(HttpMethod.Put, access, new { role = "super_admin" })).ShouldRefuse(
            HttpStatusCode.BadRequest,
            "validation_failed"
        );
        var set = (
            await admin.SendAsync(
                HttpMethod.Put,
                access,
                new
                {
                    role = "user",
                    caseAccess = "all",
                    agentIds = new[] { "a1" },
                }
            )
        ).ShouldBe(HttpStatusCode.OK);

        (set.At("access.caseAccess"), set.At("access.agentAccess"), set.Json["memberCount"]!.ToString()).ShouldBe(
            ("all", "assigned", "1")
        );
        var member = await admin.GetAsync($"companies/current/members/{ben}");
        (member.At("role"), member.At("caseAccess"), member.Json["agentIds"]![0]!.GetValue<string>()).ShouldBe(("user", "all", "a1"));
        (await admin.DeleteAsync(access)).ShouldBe(HttpStatusCode.NoContent);
        (await admin.GetAsync($"companies/current/members/{ben}")).At("caseAccess").ShouldBe("assigned");
        (await admin.GetAsync($"{Url}/groups")).Json["items"]![0]!["access"].ShouldBeNull();
    }

    [Fact]
    public async Task The_brake_shows_and_is_released()
    {
        var admin = App.Client((await App.SignUpAsync()).Token);
        var directory = new ScimDirectoryClient(App, (await CreateAsync(admin)).At("token"));
        var domain = await VerifyAsync(directory);
        var people = new List<string>();
        for (var number = 0; number < 7; number++)
            people.Add(await directory.AddAsync($"p{number}@{domain}"));
        foreach (var id in people.Take(5))
            await directory.DeactivateAsync(id);
        await Should.ThrowAsync<Kayse.Grains.Errors.RefusedException>(() => directory.DeactivateAsync(people[5]));
        (await admin.GetAsync(Url)).Json["pausedAt"].ShouldNotBeNull();

        (await admin.PostAsync($"{Url}/resume")).ShouldBe(HttpStatusCode.NoContent);

        var overview = await admin.GetAsync(Url);
        overview.Json["pausedAt"].ShouldBeNull();
        overview.Json["resumedUntil"]!.GetValue<DateTimeOffset>().ShouldBe(App.Clock.GetUtcNow().AddHours(4));
        overview.At("baseUrl").ShouldEndWith("/scim/v2");
        overview.Json["userCount"]!.GetValue<int>().ShouldBe(7);
        await directory.DeactivateAsync(people[5]);
    }

    [Fact]
    public async Task The_console_connects_maps_and_shows_what_was_asked()
    {
        var owner = await App.SignUpAsync();
        var browser = App.Browser(owner);
        (await browser.GetAsync(Console)).ShouldSay("Not connected yet").ShouldSay("SCIM connector base URL");
        var created = await browser.SubmitAsync($"{Console}/tokens/new", "new", ("expiresAt", "90"));
        var token = Token().Match(created.Text).Value;
        (await browser.GetAsync(Console)).Html.ShouldNotContain(token);
        var directory = new ScimDirectoryClient(App, token);
        var domain = await VerifyAsync(directory);
        var group = await directory.AddGroupAsync("Intake <b>", await directory.AddAsync($"ben@{domain}"));

        var page = await browser.SubmitAsync(
            $"{Console}/groups/{group}",
            "access",
            ("gives", "some"),
            ("role", "user"),
            ("caseAccess", "all"),
            ("agentAccess", "assigned"),
            ("agentIds", "a1\na2")
        );

        page.ShouldBeAt(Console).ShouldSay("User, all case types, 2 agents");
        page.Html.ShouldContain("Intake &lt;b&gt;");
        await directory.NoteAsync(
            new ScimRequest(App.Clock.GetUtcNow(), "PATCH", "/Users/1", 200)
            {
                Body = """{"displayName":"<i>"}""",
                Changed = false,
                Notes = ["It was so already."],
            }
        );
        await directory.NoteAsync(new ScimRequest(App.Clock.GetUtcNow(), "GET", "/Users", 200));
        await EventuallyAsync(browser, $"{Console}/activity", "2 requests");
        page = await browser.GetAsync($"{Console}/activity?show=problems");
        page.ShouldSay("It was so already.").ShouldSay("1 request");
        page.Html.ShouldContain("&lt;i&gt;");
        var id = (await App.Client(owner.Token).GetAsync($"{Url}/tokens")).Json["items"]![0]!["id"]!.GetValue<string>();
        (await browser.SubmitAsync($"{Console}/tokens/{id}/revoke", "revoke")).ShouldSay("Not connected yet");
    }

    // Nobody waits for a note.
    private static async Task EventuallyAsync(PageClient browser, string url, string text)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!(await browser.GetAsync(url)).Text.Contains(text, StringComparison.Ordinal))
            await Task.Delay(10, deadline.Token);
    }

    private static async Task<ApiAnswer> CreateAsync(ApiClient admin) =>
        (await admin.PostAsync($"{Url}/tokens", new { })).ShouldBe(HttpStatusCode.Created);

    private static async Task<string> VerifyAsync(ScimDirectoryClient directory)
    {
        var domain = $"{Guid.NewGuid():n}.example";
        await directory.VerifyAsync(domain);
        return domain;
    }

    [GeneratedRegex("kayse_scim_[0-9a-z]{24}\\.[A-Za-z0-9_-]{43}")]
    private static partial Regex Token();
}

using System.Net;
using Kayse.Grains.Audit;
using Kayse.WebHost.Tests.Testing;

namespace Kayse.WebHost.Tests.Audit.Pages;

/// <summary>The audit log in the console.</summary>
public sealed class AuditLogPageTests(SharedApp shared) : AppTests(shared)
{
    private const string Url = "/settings/audit-log";
    private Person _owner = null!;
    private Person _user = null!;

    public override async Task InitializeAsync()
    {
        _owner = await App.SignUpAsync();
        _user = await App.JoinAsync(_owner);
    }

    [Fact]
    public async Task Entries_are_sentences_with_what_differs()
    {
        var scope = (
            await App.Client(_owner.Token).PostAsync("companies/current/scopes", new { name = "Family", caseTypes = new[] { "Divorce" } })
        ).At("id");
        await App.Client(_owner.Token)
            .PatchAsync($"companies/current/members/{_user.UserId}", new { scopeIds = new[] { scope }, jobTitle = "<b>Clerk</b>" });
        await App.Client(_owner.Token).PatchAsync($"companies/current/members/{_user.UserId}", new { role = "admin" });

        var page = await App.Browser(_owner).GetAsync(Url);

        page.ShouldSay("Ada Vale changed the role of Ben Ito from User to Admin")
            .ShouldSay("changed the details of Ben Ito: job title")
            .ShouldSay("Scopes is now Family");
        page.ShouldSay("created the scope “Family”")
            .ShouldSay("invited Ben Ito as User")
            .ShouldSay("Ben Ito joined as User")
            .ShouldSay("<b>Clerk</b>");
        page.Html.ShouldNotContain("<b>Clerk");
    }

    [Fact]
    public async Task The_log_is_filtered_by_who_to_whom_and_what()
    {
        var browser = App.Browser(_owner);

        (await browser.GetAsync($"{Url}?by=ben")).ShouldSay("joined as User").Text.ShouldNotContain("invited Ben Ito");
        (await browser.GetAsync($"{Url}?about={_user.Email}")).ShouldSay("joined as User").Text.ShouldNotContain("created the company");
        (await browser.GetAsync($"{Url}?action=company.created")).ShouldSay("1 of 1").ShouldSay("created the company Vale Law");
        (await browser.GetAsync($"{Url}?action=company.created&actor={_user.UserId}"))
            .ShouldSay("No entries match your filters")
            .ShouldSay("Ben Ito Clear “Done by”");
        (await browser.GetAsync($"{Url}?by=zebra")).ShouldSay("No one by that name");
    }

    [Fact]
    public async Task Of_several_people_one_is_chosen()
    {
        var other = await App.JoinAsync(_owner);
        var browser = App.Browser(_owner);

        var page = (await browser.GetAsync($"{Url}?about=ben&action=member.joined")).ShouldSay("Which person?");
        var chosen = page.Links.Single(link => link.Text.Contains(other.Email, StringComparison.Ordinal)).Url;

        chosen.ShouldBe($"{Url}?target={other.UserId}&action=member.joined");
        (await browser.GetAsync(chosen)).ShouldSay("1 of 1");
    }

    [Fact]
    public async Task Days_are_those_of_whom_looks()
    {
        (await App.Client(_owner.Token).PatchAsync("/api/v1/me", new { timeZone = "Pacific/Honolulu" })).ShouldBe(HttpStatusCode.OK);
        var browser = App.Browser(_owner);

        var page = (await browser.GetAsync($"{Url}?from=2026-01-04&to=2026-01-04"))
            .ShouldSay("created the company")
            .ShouldSay("4 Jan 2026, 23:00 UTC-10:00");
        (await browser.GetAsync($"{Url}?from=2026-01-05")).ShouldSay("No entries match your filters");
        ExportOf(page)
            .ShouldBe(
                "/api/v1/companies/current/audit-log?format=csv&bom=true&from=2026-01-04T10%3A00%3A00.0000000Z&to=2026-01-05T10%3A00%3A00.0000000Z"
            );
    }

    [Fact]
    public async Task The_file_has_what_the_list_shows_and_the_browsers_session_opens_it()
    {
        var browser = App.Browser(_owner);
        var export = ExportOf(await browser.GetAsync($"{Url}?about=ben&action=member.joined"));

        var file = await browser.GetAsync(export);

        file.ShouldBe(HttpStatusCode.OK).Html.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(2);
        file.Html.ShouldContain(",member.joined,");
    }

    [Theory]
    [InlineData("cross-site", HttpStatusCode.Forbidden)]
    [InlineData("same-site", HttpStatusCode.Forbidden)]
    [InlineData("same-origin", HttpStatusCode.OK)]
    [InlineData("none", HttpStatusCode.OK)]
    public async Task Links_of_other_sites_do_not_make_the_file(string site, HttpStatusCode status) =>
        (
            await App.Browser(_owner)
                .SendOnceAsync(HttpMethod.Get, "/api/v1/companies/current/audit-log?format=csv", null, ("Sec-Fetch-Site", site))
        ).ShouldBe(status);

    [Fact]
    public async Task Another_format_than_csv_is_refused() =>
        (await App.Client(_owner.Token).GetAsync("companies/current/audit-log?format=pdf")).ShouldRefuse(
            HttpStatusCode.BadRequest,
            "validation_failed"
        );

    [Fact]
    public async Task A_long_log_is_shown_in_pages_that_keep_the_filter()
    {
        await App.AppendAsync([.. Enumerable.Range(0, 120).Select(i => App.Record(_owner, AuditActions.ScopeUpdated, $"scope-{i}"))]);
        var browser = App.Browser(_owner);

        var first = (await browser.GetAsync($"{Url}?action=scope.updated")).ShouldSay("50 of 120");
        var next = first.Links.Single(link => link.Text == "Next page").Url;

        next.ShouldContain("action=scope.updated");
        (await browser.GetAsync(next))
            .ShouldSay("50 of 120")
            .Links.ShouldContain(link => link.Text == "First page" && link.Url == $"{Url}?action=scope.updated");
    }

    [Fact]
    public async Task An_action_that_has_no_words_here_is_shown_as_it_is()
    {
        await App.AppendAsync(
            App.Record(_owner, "future.thing_done", "thing", new AuditChange("someField", null, "{\"a\":[1]}", Personal: false))
        );

        (await App.Browser(_owner).GetAsync(Url))
            .ShouldSay("future.thing_done: Name of thing")
            .ShouldSay("Some field is now {\"a\":[1]}");
    }

    [Fact]
    public async Task The_chain_is_checked_and_its_place_can_be_kept()
    {
        var browser = App.Browser(_owner);

        var page = (await browser.SubmitAsync($"{Url}/verification", "verify"))
            .ShouldBe(HttpStatusCode.OK)
            .ShouldSay("entries were checked.");
        var hash = (await App.Client(_owner.Token).GetAsync("companies/current/audit-log/verification")).At("hash");
        page.ShouldSay(hash);

        var count = (await App.Client(_owner.Token).GetAsync("companies/current/audit-log/verification")).Json["count"]!.ToJsonString();
        (await browser.SubmitAsync(page, "verify", ("count", count), ("hash", hash))).ShouldSay("were checked.");
        (await browser.SubmitAsync(page, "verify", ("count", count), ("hash", new string('0', 64)))).ShouldSay(
            "The audit log was altered."
        );
        (await browser.SubmitAsync(page, "verify", ("count", "x"), ("hash", hash)))
            .ShouldBe(HttpStatusCode.BadRequest)
            .ErrorOf("count")
            .ShouldNotBeEmpty();
        (await browser.SubmitAsync(page, "verify", ("count", count), ("hash", "x")))
            .ShouldBe(HttpStatusCode.BadRequest)
            .ErrorOf("hash")
            .ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Checks_and_files_count_together_with_those_of_the_API()
    {
        await using var app = new KayseApp(
            ("Kayse:RateLimits:Enabled", "true"),
            ("Kayse:RateLimits:WholeAuditLogsPerUser:PermitLimit", "3")
        );
        var owner = await app.SignUpAsync();
        var browser = app.Browser(owner);

        (await browser.SubmitAsync($"{Url}/verification", "verify")).ShouldBe(HttpStatusCode.OK);
        (await browser.GetAsync("/api/v1/companies/current/audit-log?format=csv")).ShouldBe(HttpStatusCode.OK);
        (await app.Client(owner.Token).GetAsync("companies/current/audit-log/verification")).ShouldBe(HttpStatusCode.OK);

        (await browser.SubmitAsync($"{Url}/verification", "verify")).ShouldBe(HttpStatusCode.TooManyRequests);
        (await browser.GetAsync("/api/v1/companies/current/audit-log?format=csv")).ShouldBe(HttpStatusCode.TooManyRequests);
        (await browser.GetAsync(Url)).ShouldBe(HttpStatusCode.OK);
    }

    private static string ExportOf(Page page) => page.Links.Single(link => link.Text == "Download as CSV").Url;
}

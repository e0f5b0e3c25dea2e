using System.Net;
using Kayse.WebHost.Tests.Testing;

namespace Kayse.WebHost.Tests.Sessions.Pages;

/// <summary>Who is signed in, and how people signed in, in the console.</summary>
public sealed class CompanySessionPageTests(SharedApp shared) : AppTests(shared)
{
    private const string Url = "/settings/sessions";
    private const string History = "/settings/sign-in-history";
    private Person _owner = null!;

    public override async Task InitializeAsync() => _owner = await App.SignUpAsync();

    [Fact]
    public async Task One_session_is_ended_from_its_row()
    {
        var user = await App.JoinAsync(_owner);
        var again = await App.SignInAsync(user.Email);

        var page = await App.Browser(_owner).SubmitAsync($"{Url}?search={user.Email}", "end", ("sessionId", again.SessionId));

        page.ShouldBeAt($"{Url}?search={user.Email}").Notices.ShouldBe(["Session ended."]);
        page.ShouldSay("1 of 1");
        (await App.Client(again.Token).GetAsync("session")).ShouldRefuse(HttpStatusCode.Unauthorized, "session_ended");
        (await App.Client(user.Token).GetAsync("session")).ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("06h050qmgk6a3z9dzanvkbbs")]
    [InlineData("nonsense/..")]
    public async Task A_session_that_is_not_here_is_refused_on_the_page(string sessionId) =>
        (await App.Browser(_owner).SubmitAsync(Url, "end", ("sessionId", sessionId)))
            .ShouldBe(HttpStatusCode.NotFound)
            .ShouldSay("We couldn't find this. It may have been deleted, or you may not have access to it.");

    [Fact]
    public async Task One_does_not_end_the_own_session_here()
    {
        var page = (await App.Browser(_owner).GetAsync(Url)).ShouldSay("This device");

        page.Html.ShouldNotContain($"value=\"{_owner.SessionId}\"");
    }

    [Fact]
    public async Task A_row_leads_to_where_the_person_is_signed_out_everywhere()
    {
        var user = await App.JoinAsync(_owner);

        (await App.Browser(_owner).GetAsync(Url)).Links.ShouldContain(link => link.Url == $"/settings/staff/{user.UserId}/sign-out");
    }

    [Fact]
    public async Task Nobody_signs_out_who_is_above_them()
    {
        var admin = App.Browser(await App.JoinAsync(_owner, "admin"));

        (await admin.SubmitAsync(Url, "end", ("sessionId", _owner.SessionId))).ShouldBe(HttpStatusCode.Forbidden);
        (await App.Client(_owner.Token).GetAsync("session")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_long_list_is_shown_in_pages_that_keep_the_search()
    {
        var user = await App.JoinAsync(_owner);
        for (var i = 0; i < 60; i++)
            await App.SignInAsync(user.Email);
        var browser = App.Browser(_owner);

        var first = (await browser.GetAsync($"{Url}?search=Ben")).ShouldSay("50 of 61");
        var second = (await browser.GetAsync(first.Links.Single(link => link.Text == "Next page").Url)).ShouldSay("11 of 61");

        second.Links.ShouldContain(link => link.Text == "First page" && link.Url == $"{Url}?search=Ben");
        (await browser.GetAsync($"{Url}?search=zebra")).ShouldSay("No sessions match your search");
        (await browser.GetAsync($"{Url}?cursor=nonsense")).ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task History_says_why_a_sign_in_failed_and_is_filtered_by_person_and_outcome()
    {
        var user = await App.JoinAsync(_owner);
        await App.Client().PostAsync("auth/sign-in", new { email = user.Email, password = "a wrong password" });
        var browser = App.Browser(_owner);

        (await EventuallyAsync(browser, $"{History}?outcome=failure", "1 of 1")).ShouldSay("Wrong password").ShouldSay(user.Email);
        (await browser.GetAsync($"{History}?search=ben&outcome=success")).ShouldSay("1 of 1").ShouldSay("Signed in");
        (await browser.GetAsync($"{History}?search=ada")).ShouldSay("Ada Vale").Text.ShouldNotContain("Ben Ito");
        (await browser.GetAsync($"{History}?search=nobody")).ShouldSay("No sign-ins match your filters");
    }

    [Fact]
    public async Task Days_of_the_history_are_those_of_whom_looks()
    {
        // 9 o'clock in the morning UTC on 5 January is still 4 January in Honolulu at 23:00.
        (await App.Client(_owner.Token).PatchAsync("/api/v1/me", new { timeZone = "Pacific/Honolulu" })).ShouldBe(HttpStatusCode.OK);
        var browser = App.Browser(_owner);

        (await browser.GetAsync($"{History}?from=2026-01-04&to=2026-01-04")).ShouldSay("1 of 1");
        (await browser.GetAsync($"{History}?from=2026-01-05")).ShouldSay("No sign-ins match your filters");
        (await browser.GetAsync($"{History}?to=2026-01-03")).ShouldSay("No sign-ins match your filters");
        (await browser.GetAsync($"{History}?from=yesterday")).ShouldBe(HttpStatusCode.BadRequest);
    }

    // Failures are written behind the answer.
    private static async Task<Page> EventuallyAsync(PageClient browser, string url, string text)
    {
        for (var tries = 0; ; tries++)
        {
            var page = await browser.GetAsync(url);
            if (page.Text.Contains(text, StringComparison.Ordinal) || tries == 500)
                return page.ShouldSay(text);
            await Task.Delay(10);
        }
    }
}

using System.Net;
using System.Text.RegularExpressions;
using Kayse.WebHost.Tests.Testing;

namespace Kayse.WebHost.Tests.Members.Pages;

/// <summary>The list of staff and the page of a member.</summary>
public sealed partial class StaffPageTests(SharedApp shared) : AppTests(shared)
{
    private Person _owner = null!;

    public override async Task InitializeAsync() => _owner = await App.SignUpAsync();

    [Fact]
    public async Task The_list_is_searched_filtered_and_sorted()
    {
        await App.CreateMemberAsync(_owner, "Chidi Okafor", role: "admin", jobTitle: "Partner");
        await App.CreateMemberAsync(_owner, "Beatriz Moreira", jobTitle: "Paralegal");
        var browser = App.Browser(_owner);

        (await NamesAsync(browser, "")).ShouldBe(["Ada Vale", "Beatriz Moreira", "Chidi Okafor"]);
        (await NamesAsync(browser, "?sort=-name")).ShouldBe(["Chidi Okafor", "Beatriz Moreira", "Ada Vale"]);
        (await NamesAsync(browser, "?search=moreira")).ShouldBe(["Beatriz Moreira"]);
        (await NamesAsync(browser, "?search=partner&role=&status=&sort=")).ShouldBe(["Chidi Okafor"]);
        (await NamesAsync(browser, "?role=user&status=active")).ShouldBe(["Beatriz Moreira"]);
        (await browser.GetAsync("/settings/staff?search=nobody")).ShouldSay("No matches");
    }

    [Fact]
    public async Task The_list_has_as_many_pages_as_it_needs()
    {
        for (var i = 0; i < 55; i++)
            await App.CreateMemberAsync(_owner, $"Person {i:00}");
        var browser = App.Browser(_owner);

        var first = await browser.GetAsync("/settings/staff?role=user");
        first.ShouldSay("Page 1 of 2").ShouldSay("55 people");
        var next = first.Links.Single(link => link.Text == "Next page").Url;
        next.ShouldContain("role=user");
        var second = (await browser.GetAsync(next)).ShouldSay("Page 2 of 2").ShouldSay("Person 54");
        second.Text.ShouldNotContain("Person 49");
        second.Links.Single(link => link.Text == "Previous page").Url.ShouldBe("/settings/staff?role=user");
        (await browser.GetAsync("/settings/staff?role=user&page=9")).ShouldSay("Page 2 of 2").ShouldSay("Person 54");
        (await browser.GetAsync("/settings/staff?role=user&page=nonsense")).ShouldSay("Page 1 of 2");
    }

    [Fact]
    public async Task Scopes_are_shown_by_name_and_what_people_typed_is_only_text()
    {
        const string script = "<script>alert(1)</script>";
        var scope = (
            await App.Client(_owner.Token)
                .PostAsync("companies/current/scopes", new { name = "Family <i>law", caseTypes = new[] { "Divorce" } })
        )
            .ShouldBe(HttpStatusCode.Created)
            .At("id");
        var member = await App.CreateMemberAsync(_owner, script, jobTitle: script, scopeIds: [scope]);
        var browser = App.Browser(_owner);

        foreach (
            var url in new[]
            {
                "/settings/staff",
                $"/settings/staff/{member}",
                $"/settings/staff/{member}/edit",
                $"/settings/staff/{member}/remove",
            }
        )
        {
            var page = (await browser.GetAsync(url)).ShouldBe(HttpStatusCode.OK);
            page.Html.ShouldNotContain("<script>alert");
            page.Html.ShouldNotContain("<i>law");
            (url.EndsWith("edit", StringComparison.Ordinal) ? page.Form("edit")["fullName"] : page.Text)
                .ShouldNotBeNull()
                .ShouldContain(script);
        }

        (await browser.GetAsync("/settings/staff")).ShouldSay("Family <i>law");
    }

    [Fact]
    public async Task The_list_shows_and_finds_who_has_a_second_factor()
    {
        var member = await App.JoinAsync(_owner);
        await App.EnrolAsync(member);

        // The company learns of it behind the answer.
        for (var tries = 0; tries < 500 && !await HasSecondFactorAsync(member); tries++)
            await Task.Delay(10);
        (await HasSecondFactorAsync(member)).ShouldBeTrue();
        var browser = App.Browser(_owner);
        (await NamesAsync(browser, "?twoFactor=true")).ShouldBe(["Ben Ito"]);
        (await NamesAsync(browser, "?twoFactor=false")).ShouldBe(["Ada Vale"]);
    }

    [Fact]
    public async Task Only_what_somebody_may_do_is_offered()
    {
        var member = await App.CreateMemberAsync(_owner, "Beatriz Moreira");
        var page = $"/settings/staff/{member}";
        async Task<IReadOnlyList<string>> OfferedAsync(Person person, string url) =>
            [
                .. (await App.Browser(person).GetAsync(url))
                    .ShouldBe(HttpStatusCode.OK)
                    .Links.Select(link => link.Url)
                    .Where(link => link.StartsWith($"{url}/", StringComparison.Ordinal))
                    .Select(link => link[(url.Length + 1)..])
                    .Order(),
            ];

        (await OfferedAsync(_owner, page)).ShouldBe([
            "access",
            "agents",
            "deactivate",
            "delete-account",
            "edit",
            "ownership",
            "password",
            "password-reset",
            "remove",
        ]);
        (await OfferedAsync(await App.JoinAsync(_owner, "admin"), page)).ShouldBe([
            "access",
            "agents",
            "deactivate",
            "delete-account",
            "edit",
            "password",
            "password-reset",
            "remove",
        ]);
        (await OfferedAsync(await App.JoinAsync(_owner, "admin"), $"/settings/staff/{_owner.UserId}")).ShouldBe(["access"]);
        (await OfferedAsync(_owner, $"/settings/staff/{_owner.UserId}")).ShouldBe(["access", "edit", "sign-out"]);
        (await OfferedAsync(await App.JoinAsync(_owner, "user", "members.read"), page)).ShouldBe(["access"]);
        (await OfferedAsync(await App.JoinAsync(_owner, "user", "members.read", "members.update"), page)).ShouldBe([
            "access",
            "agents",
            "edit",
            "password-reset",
        ]);
    }

    private async Task<bool> HasSecondFactorAsync(Person member) =>
        (await App.MemberAsync(_owner, member.UserId)).Json["twoFactorEnabled"]!.GetValue<bool>();

    private static async Task<IReadOnlyList<string>> NamesAsync(PageClient browser, string query) =>
        [
            .. (await browser.GetAsync($"/settings/staff{query}"))
                .ShouldBe(HttpStatusCode.OK)
                .Links.Where(link => MemberLink().IsMatch(link.Url))
                .Select(link => link.Text),
        ];

    [GeneratedRegex("^/settings/staff/0[^/]*$")]
    private static partial Regex MemberLink();
}

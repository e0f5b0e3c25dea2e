using System.Net;
using Kayse.WebHost.Tests.Testing;

namespace Kayse.WebHost.Tests.Members.Pages;

/// <summary>What is done to people from the list: to one in its row, to several that are selected.</summary>
public sealed class StaffListActionTests(SharedApp shared) : AppTests(shared)
{
    private const string List = "/settings/staff";
    private Person _owner = null!;
    private PageClient _browser = null!;

    public override async Task InitializeAsync()
    {
        _owner = await App.SignUpAsync();
        _browser = App.Browser(_owner);
    }

    [Fact]
    public async Task A_role_is_changed_in_the_list()
    {
        var member = await App.CreateMemberAsync(_owner, "Beatriz Moreira");
        var page = await _browser.GetAsync($"{List}?role=user");
        page.Html.ShouldContain($"value=\"{member} ");

        (await _browser.SubmitAsync(page, "role", ("role", await ChoiceAsync(member, "admin"))))
            .ShouldBeAt(List)
            .ShouldSay("Beatriz Moreira is now Admin.");
        (await App.MemberAsync(_owner, member)).At("role").ShouldBe("admin");

        // The page that is still open shows them as they were.
        (await _browser.SubmitAsync(page, "role", ("role", $"{member} 1 user")))
            .ShouldBe(HttpStatusCode.PreconditionFailed)
            .Notices.ShouldHaveSingleItem();
        (await _browser.SubmitAsync(List, "role", ("role", "nonsense"))).ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Nobody_is_offered_a_role_above_their_own_or_gives_one()
    {
        var member = await App.CreateMemberAsync(_owner, "Beatriz Moreira");
        var admin = App.Browser(await App.JoinAsync(_owner, "admin"));
        var page = await admin.GetAsync(List);

        page.Html.ShouldContain($"{member} ");
        page.Html.ShouldNotContain(" super_admin\"");
        page.Html.ShouldNotContain($"\"{_owner.UserId} ");
        (await admin.SubmitAsync(page, "role", ("role", await ChoiceAsync(member, "super_admin")))).ShouldBe(HttpStatusCode.Forbidden);
        (await App.MemberAsync(_owner, member)).At("role").ShouldBe("user");
    }

    [Fact]
    public async Task Each_row_has_a_menu_with_what_may_be_done()
    {
        var member = await App.CreateMemberAsync(_owner, "Beatriz Moreira");
        string[] Offered(Page page) =>
            [
                .. page
                    .Links.Select(link => link.Url)
                    .Where(url => url.StartsWith($"{List}/{member}/", StringComparison.Ordinal))
                    .Select(url => url.Split('/')[^1]),
            ];

        Offered(await _browser.GetAsync(List)).ShouldBe(["edit", "agents", "password-reset", "sign-out", "deactivate", "remove"]);
        var reader = await App.JoinAsync(_owner, "user", "members.read");
        var seen = await App.Browser(reader).GetAsync(List);
        Offered(seen).ShouldBeEmpty();
        seen.Html.ShouldNotContain("data-select");
    }

    [Fact]
    public async Task Those_selected_are_deactivated_and_each_that_was_not_says_why()
    {
        var (one, two) = (await App.JoinAsync(_owner), await App.JoinAsync(_owner));
        var url = $"{List}/deactivate?ids={one.UserId}&ids={_owner.UserId}&ids={two.UserId}&ids={one.UserId}&ids=nobody";
        (await _browser.GetAsync(url)).ShouldSay("Deactivate 3 people");

        var report = (await _browser.SubmitAsync(url, "deactivate")).ShouldBe(HttpStatusCode.OK);

        report.ShouldSay("Deactivated: 2 of 3. Nothing changed for the other one.").ShouldSay("Ada Vale");
        foreach (var member in new[] { one, two })
            (await App.Client(member.Token).GetAsync("session")).ShouldRefuse(HttpStatusCode.Unauthorized, "session_ended");
        (await App.Client(_owner.Token).GetAsync("session")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Opening_the_page_for_those_selected_changes_nothing()
    {
        var member = await App.JoinAsync(_owner);
        (await _browser.GetAsync($"{List}/deactivate?ids={member.UserId}")).ShouldSay("Deactivate Ben Ito");
        (await App.Client(member.Token).GetAsync("session")).ShouldBe(HttpStatusCode.OK);

        (await _browser.SubmitAsync($"{List}/deactivate?ids={member.UserId}", "deactivate"))
            .ShouldBeAt(List)
            .ShouldSay("Ben Ito deactivated.");
        (await _browser.GetAsync($"{List}/deactivate")).ShouldSay("Nobody is selected.");
    }

    [Fact]
    public async Task A_scope_is_added_to_those_selected_who_can_have_one()
    {
        var (family, injury) = (await ScopeAsync("Family law"), await ScopeAsync("Injury"));
        var user = await App.CreateMemberAsync(_owner, "Beatriz Moreira", scopeIds: [injury]);
        var admin = await App.CreateMemberAsync(_owner, "Chidi Okafor", role: "admin");
        var url = $"{List}/assign-scope?ids={user}&ids={admin}";
        (await _browser.SubmitAsync(url, "assign")).ShouldBe(HttpStatusCode.BadRequest).ErrorOf("scopeId").ShouldBe("Choose a scope.");

        (await _browser.SubmitAsync(url, "assign", ("scopeId", family)))
            .ShouldBe(HttpStatusCode.OK)
            .ShouldSay("Assigned: 1 of 2.")
            .ShouldSay("Chidi Okafor");

        (await App.MemberAsync(_owner, user)).Json["scopeIds"]!
            .AsArray()
            .Select(id => id!.GetValue<string>())
            .ShouldBe([family, injury], ignoreOrder: true);
        (await App.MemberAsync(_owner, admin)).At("caseAccess").ShouldBe("all");
    }

    private async Task<string> ChoiceAsync(string userId, string role)
    {
        var member = await App.MemberAsync(_owner, userId);
        return $"{userId} {member.Header("ETag")!.Trim('"')} {role}";
    }

    private async Task<string> ScopeAsync(string name) =>
        (await App.Client(_owner.Token).PostAsync("companies/current/scopes", new { name, caseTypes = new[] { name } }))
            .ShouldBe(HttpStatusCode.Created)
            .At("id");
}

using System.Net;
using Kayse.WebHost.Tests.Testing;

namespace Kayse.WebHost.Tests.Members.Pages;

/// <summary>RO-7 in the console: everything, or what is assigned, is a choice that one makes.</summary>
public sealed class AccessModePageTests(SharedApp shared) : AppTests(shared)
{
    private const string Staff = "/settings/staff";
    private Person _owner = null!;
    private Person _member = null!;
    private PageClient _browser = null!;
    private string _scope = "";

    private string Home => $"{Staff}/{_member.UserId}";

    public override async Task InitializeAsync()
    {
        _owner = await App.SignUpAsync();
        _member = await App.JoinAsync(_owner);
        _browser = App.Browser(_owner);
        var scope = new { name = "Family law", caseTypes = new[] { "Divorce" } };
        _scope = (await App.Client(_owner.Token).PostAsync("companies/current/scopes", scope)).At("id");
    }

    [Fact]
    public async Task Somebody_is_restricted_to_scopes_to_none_of_them_and_freed_again()
    {
        var form = (await _browser.GetAsync($"{Home}/edit")).ShouldSay("Only assigned scopes").Form("edit");
        form["caseAccess"].ShouldBe("all");
        (await _browser.SubmitAsync($"{Home}/edit", "edit", ("caseAccess", "assigned"), ("scopeIds", _scope)))
            .ShouldBeAt(Home)
            .ShouldSay("Family law");
        (await _browser.GetAsync($"{Home}/edit")).Form("edit")["caseAccess"].ShouldBe("assigned");

        (await _browser.SubmitAsync($"{Home}/edit", "edit", ("scopeIds", ""))).ShouldBeAt(Home).ShouldSay("No case types");
        (await _browser.GetAsync(Staff)).ShouldSay("No case types");
        (await CaseAccessAsync()).ShouldBe("assigned []");

        await _browser.SubmitAsync($"{Home}/edit", "edit", ("scopeIds", _scope));
        (await CaseAccessAsync()).ShouldBe("""assigned ["Divorce"]""");
        (await _browser.SubmitAsync($"{Home}/edit", "edit", ("caseAccess", "all"))).ShouldBeAt(Home).ShouldSay("All case types");
        (await CaseAccessAsync()).ShouldBe("all null");
    }

    [Fact]
    public async Task Agents_are_assigned_and_having_none_is_not_having_all()
    {
        (await _browser.GetAsync($"{Home}/agents")).ShouldSay("Only assigned agents").Form("agents")["agentAccess"].ShouldBe("all");
        (await _browser.SubmitAsync($"{Home}/agents", "agents", ("agentAccess", "assigned"))).ShouldBeAt(Home).ShouldSay("No agents");
        (await _browser.SubmitAsync($"{Home}/agents", "agents", ("agentIds", "intake"))).ShouldBeAt(Home).ShouldSay("intake");
        (await _browser.SubmitAsync($"{Home}/agents", "agents", ("agentIds", ""))).ShouldBeAt(Home).ShouldSay("No agents");
        var member = await App.MemberAsync(_owner, _member.UserId);
        (member.At("agentAccess"), member.Json["agentIds"]!.AsArray().Count).ShouldBe(("assigned", 0));

        await _browser.SubmitAsync($"{Home}/agents", "agents", ("agentAccess", "all"), ("agentIds", "intake"));
        member = await App.MemberAsync(_owner, _member.UserId);
        (member.At("agentAccess"), member.Json["agentIds"]!.AsArray().Count).ShouldBe(("all", 0));
    }

    [Theory]
    [InlineData("add")]
    [InlineData("invite")]
    public async Task Somebody_new_is_restricted_from_the_start(string page)
    {
        var email = Journeys.NewEmail(page);
        (string, string)[] password = page == "add" ? [("password", Person.Password)] : [];

        await _browser.SubmitAsync(
            $"{Staff}/{page}",
            page,
            [("fullName", "Kofi"), ("email", email), ("caseAccess", "assigned"), ("agentAccess", "assigned"), .. password]
        );

        var path = page == "add" ? "companies/current/members?search=Kofi" : "companies/current/invitations?status=pending";
        var list = await App.Client(_owner.Token).GetAsync(path);
        var made = list.Json["items"]!.AsArray().Single()!;
        $"{made["caseAccess"]} {made["scopeIds"]!.AsArray().Count} {made["agentAccess"]} {made["agentIds"]!.AsArray().Count}".ShouldBe(
            "assigned 0 assigned 0"
        );
    }

    [Fact]
    public async Task An_invitation_is_restricted_and_freed()
    {
        var kofi = new
        {
            fullName = "Kofi",
            email = Journeys.NewEmail(),
            role = "user",
            scopeIds = new[] { _scope },
            agentIds = new[] { "intake" },
        };
        var invited = await App.Client(_owner.Token).PostAsync("companies/current/invitations", kofi);
        var home = $"{Staff}/invitations/{invited.At("invitation.id")}";

        (await _browser.SubmitAsync($"{home}/edit", "edit", ("scopeIds", ""), ("agentIds", "")))
            .ShouldBeAt(home)
            .ShouldSay("No case types")
            .ShouldSay("No agents");
        (await _browser.SubmitAsync($"{home}/edit", "edit", ("caseAccess", "all"), ("agentAccess", "all")))
            .ShouldBeAt(home)
            .ShouldSay("All case types");
    }

    [Fact]
    public async Task Whoever_is_restricted_is_offered_to_give_what_they_have()
    {
        var inviter = await App.JoinAsync(_owner, "user", "members.invite");
        var restricted = new { scopeIds = new[] { _scope }, agentIds = new[] { "a" } };
        await App.Client(_owner.Token).PatchAsync($"companies/current/members/{inviter.UserId}", restricted);

        var form = (await App.Browser(inviter).GetAsync($"{Staff}/invite")).Form("invite");

        (form["caseAccess"], form["agentAccess"]).ShouldBe(("assigned", "assigned"));
    }

    [Fact]
    public async Task Where_there_are_no_scopes_there_is_nothing_to_choose()
    {
        await App.Client(_owner.Token).DeleteAsync($"companies/current/scopes/{_scope}");

        (await _browser.GetAsync($"{Home}/edit")).Text.ShouldNotContain("Only assigned scopes");
        (await _browser.SubmitAsync($"{Home}/edit", "edit", ("jobTitle", "Clerk"))).ShouldBeAt(Home);
        (await CaseAccessAsync()).ShouldBe("all null");
    }

    [Fact]
    public async Task A_scope_that_becomes_the_last_of_somebody_meanwhile_is_asked_about_first()
    {
        var page = await _browser.GetAsync($"/settings/scopes/{_scope}/delete");
        page.Text.ShouldNotContain("no case types at all");
        await App.Client(_owner.Token).PatchAsync($"companies/current/members/{_member.UserId}", new { scopeIds = new[] { _scope } });

        var asked = (await _browser.SubmitAsync(page, "delete"))
            .ShouldBe(HttpStatusCode.Conflict)
            .ShouldSay("1 member would have no case types at all");

        (await _browser.SubmitAsync(asked, "delete")).ShouldBeAt("/settings/scopes");
        (await CaseAccessAsync()).ShouldBe("assigned []");
    }

    private async Task<string> CaseAccessAsync()
    {
        var session = (await App.Client(_member.Token).GetAsync("session")).Json;
        return $"{session["caseAccess"]} {session["caseTypes"]?.ToJsonString() ?? "null"}";
    }
}

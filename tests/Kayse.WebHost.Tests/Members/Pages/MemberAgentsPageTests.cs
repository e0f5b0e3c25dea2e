using System.Net;
using Kayse.WebHost.Tests.Testing;

namespace Kayse.WebHost.Tests.Members.Pages;

/// <summary>The agents of a member, and exceptions for single ones.</summary>
public sealed class MemberAgentsPageTests(SharedApp shared) : AppTests(shared)
{
    private Person _owner = null!;
    private Person _member = null!;
    private PageClient _browser = null!;

    private string Home => $"/settings/staff/{_member.UserId}";

    public override async Task InitializeAsync()
    {
        _owner = await App.SignUpAsync();
        _member = await App.JoinAsync(_owner);
        _browser = App.Browser(_owner);
    }

    [Fact]
    public async Task Agents_and_what_is_different_with_one_of_them_are_saved()
    {
        (
            await _browser.SubmitAsync(
                $"{Home}/agents",
                "agents",
                ("agentAccess", "assigned"),
                ("agentIds", "intake\r\n\r\n billing \r\n"),
                ("rows", "1"),
                ("agent-0", "intake"),
                ("rule-0-agents.edit", "allow"),
                ("rule-0-crm.access", "deny")
            )
        )
            .ShouldBeAt(Home)
            .ShouldSay("Edit agents: allowed")
            .ShouldSay("Use the CRM: denied");

        var page = await _browser.GetAsync($"{Home}/agents");
        page.Form("agents")["agent-0"].ShouldBe("intake");
        page.Form("agents")["rule-0-crm.access"].ShouldBe("deny");
        page.Form("agents").Names.ShouldNotContain("rule-0-members.read");
        page.Form("agents").Names.ShouldNotContain("agent-1");

        var more = (await _browser.SubmitAsync(page, "agents", ("more", "on"))).ShouldBe(HttpStatusCode.OK);
        more.Form("agents")["agent-1"].ShouldBe("");
        more = (await _browser.SubmitAsync(more, "agents", ("agent-1", "billing"), ("more", "on"))).ShouldBe(HttpStatusCode.OK);
        more.Form("agents")["agent-1"].ShouldBe("billing");
        more.Form("agents")["agent-2"].ShouldBe("");

        (await _browser.SubmitAsync(page, "agents", ("agent-0", ""))).ShouldBeAt(Home);
        (await App.MemberAsync(_owner, _member.UserId)).Json["agentOverrides"]!.AsObject().ShouldBeEmpty();
        (await App.MemberAsync(_owner, _member.UserId)).Json["agentIds"]!.AsArray().Count.ShouldBe(2);
    }
}

using System.Net;
using System.Text.Json.Nodes;
using Kayse.WebHost.Tests.Testing;

namespace Kayse.WebHost.Tests.Members;

/// <summary>"What can Ben do?" over HTTP and in the console (RO-8).</summary>
public sealed class AccessExplanationHttpTests(SharedApp shared) : AppTests(shared)
{
    private Person _owner = null!;
    private Person _ben = null!;
    private ApiClient _admin = null!;

    private string Ben => $"companies/current/members/{_ben.UserId}";

    public override async Task InitializeAsync()
    {
        _owner = await App.SignUpAsync();
        _admin = App.Client(_owner.Token);
        _ben = await App.JoinAsync(_owner, "user", "crm.access");
    }

    [Fact]
    public async Task What_is_explained_is_what_authorize_answers_to_a_live_session()
    {
        await _admin.PatchAsync(
            Ben,
            new
            {
                agentIds = new[] { "a" },
                agentOverrides = new { a = new { grant = new[] { "recordings.listen" }, deny = new[] { "crm.access" } } },
            }
        );
        var access = (await _admin.GetAsync($"{Ben}/access")).ShouldBe(HttpStatusCode.OK).Json["access"]!;
        var session = App.Client(_ben.Token);

        foreach (var permission in access["permissions"]!.AsArray())
            await AgreesAsync(session, permission!, agentId: null);
        var agent = access["agents"]!.AsArray().ShouldHaveSingleItem()!;
        agent["allowed"]!.GetValue<bool>().ShouldBeTrue();
        agent["exceptions"]!.AsArray().Count.ShouldBe(2);
        foreach (var exception in agent["exceptions"]!.AsArray())
            await AgreesAsync(session, exception!, "a");
    }

    [Fact]
    public async Task A_preview_says_what_a_change_grants_and_takes_and_changes_nothing()
    {
        var changes = new
        {
            permissions = new[] { "agents.edit" },
            caseAccess = "assigned",
            scopeIds = Array.Empty<string>(),
        };

        var preview = (await _admin.PostAsync($"{Ben}/access/preview", new { changes })).ShouldBe(HttpStatusCode.OK).Json;

        preview["grants"]!["permissions"]!.ToJsonString().ShouldBe("""["agents.edit"]""");
        preview["takes"]!["permissions"]!.ToJsonString().ShouldBe("""["crm.access"]""");
        preview["takes"]!["allCaseTypes"]!.GetValue<bool>().ShouldBeTrue();
        (await _admin.GetAsync(Ben)).Json["permissions"]!.ToJsonString().ShouldBe("""["crm.access"]""");
        (await _admin.PostAsync($"{Ben}/access/preview", new { changes = new { permissions = new[] { "root" } } })).ShouldRefuse(
            HttpStatusCode.BadRequest,
            "validation_failed"
        );
        (await _admin.PostAsync($"{Ben}/access/preview", new { })).ShouldRefuse(HttpStatusCode.BadRequest, "validation_failed");
    }

    [Fact]
    public async Task Who_may_do_something_is_listed_with_the_reason()
    {
        var holders = (await _admin.GetAsync("companies/current/access?permission=crm.access")).ShouldBe(HttpStatusCode.OK).Json;

        holders["total"]!.GetValue<int>().ShouldBe(2);
        holders["items"]!
            .AsArray()
            .ToDictionary(item => item!["userId"]!.GetValue<string>(), item => item!["reason"]!.GetValue<string>())
            .ShouldBe(new Dictionary<string, string> { [_owner.UserId] = "role", [_ben.UserId] = "permission" }, ignoreOrder: true);
        var query = $"permission=root&caseType={new string('x', 65)}&agentId=%20";
        var wrong = (await _admin.GetAsync($"companies/current/access?{query}")).ShouldRefuse(
            HttpStatusCode.BadRequest,
            "validation_failed"
        );
        wrong.Json["errors"]!.AsObject().Select(error => error.Key).ShouldBe(["permission", "caseType", "agentId"]);
    }

    [Fact]
    public async Task The_console_explains_it_and_previews_a_change_before_it_is_saved()
    {
        var browser = App.Browser(_owner);
        var url = $"/settings/staff/{_ben.UserId}";

        (await browser.GetAsync($"{url}/access")).ShouldBe(HttpStatusCode.OK).ShouldSay("Use the CRM").ShouldSay("Granted to them");
        (await browser.GetAsync("/settings/staff/who-can?permission=crm.access")).ShouldSay("Comes with the role Super Admin");
        var preview = await browser.SubmitAsync($"{url}/edit", "edit", ("role", "admin"), ("preview", "on"));
        preview.ShouldBe(HttpStatusCode.OK).ShouldSay("Saving this gives them:").ShouldSay("Invite people");
        (await _admin.GetAsync(Ben)).At("role").ShouldBe("user");
        await browser.SubmitAsync(preview, "edit");
        (await _admin.GetAsync(Ben)).At("role").ShouldBe("admin");
    }

    private static async Task AgreesAsync(ApiClient session, JsonNode explained, string? agentId)
    {
        var answer = await session.PostAsync("authorize", new { permission = explained["permission"]!.GetValue<string>(), agentId });
        answer.ShouldBe(HttpStatusCode.OK).Json["allowed"]!.GetValue<bool>().ShouldBe(explained["allowed"]!.GetValue<bool>());
        answer.At("reason").ShouldBe(explained["reason"]!.GetValue<string>());
    }
}

using System.Net;
using System.Text.Json.Nodes;
using Kayse.WebHost.Tests.Testing;

namespace Kayse.WebHost.Tests.Members;

/// <summary>RO-7 over HTTP: everything is always said, and an empty list opens nothing.</summary>
public sealed class AccessModeTests(SharedApp shared) : AppTests(shared)
{
    private const string Members = "companies/current/members";
    private const string Invitations = "companies/current/invitations";
    private Person _owner = null!;
    private ApiClient _client = null!;
    private string _scopePath = "";
    private string _scopeId = "";

    public override async Task InitializeAsync()
    {
        _owner = await App.SignUpAsync();
        _client = App.Client(_owner.Token);
        var scope = (await _client.PostAsync("companies/current/scopes", new { name = "Wills", caseTypes = new[] { "Will" } })).ShouldBe(
            HttpStatusCode.Created
        );
        (_scopePath, _scopeId) = (scope.Header("Location")!, scope.At("id"));
    }

    [Theory]
    [InlineData("", "all 0 all 0")]
    [InlineData(""", "scopeIds": [], "agentIds": []""", "all 0 all 0")]
    [InlineData(""", "scopeIds": ["SCOPE"], "agentIds": ["a"]""", "assigned 1 assigned 1")]
    [InlineData(""", "caseAccess": "assigned", "agentAccess": "assigned" """, "assigned 0 assigned 0")]
    [InlineData(""", "caseAccess": "all", "agentAccess": "all", "scopeIds": null""", "all 0 all 0")]
    [InlineData(""", "caseAccess": "all", "scopeIds": ["SCOPE"]""", "scopeIds")]
    [InlineData(""", "agentAccess": "all", "agentIds": ["a"]""", "agentIds")]
    [InlineData(""", "caseAccess": "some" """, "caseAccess")]
    [InlineData(""", "agentAccess": 1""", "agentAccess")]
    public async Task What_a_new_member_or_an_invitation_gets(string choice, string expected)
    {
        var rest = choice.Replace("SCOPE", _scopeId, StringComparison.Ordinal);
        string Body(string kind) =>
            $$"""{"fullName": "Bo", "email": "{{Journeys.NewEmail(kind)}}", "role": "user", "password": "{{Person.Password}}"{{rest}}}""";
        var answers = new[]
        {
            await _client.PostAsync(Members, Body("member")),
            await _client.PostAsync(Invitations, Body("invitation")),
        };

        foreach (var answer in answers)
        {
            if (expected.Contains(' ', StringComparison.Ordinal))
                Standing(answer.ShouldBe(HttpStatusCode.Created).Json["invitation"] ?? answer.Json).ShouldBe(expected);
            else
                answer.ShouldRefuse(HttpStatusCode.BadRequest, "validation_failed").Json["errors"]!
                    .AsObject()
                    .Select(error => error.Key)
                    .ShouldBe([expected]);
        }
    }

    [Theory]
    [InlineData("""{"scopeIds": []}""", "scopeIds")]
    [InlineData("""{"scopeIds": null}""", "scopeIds")]
    [InlineData("""{"agentIds": []}""", "agentIds")]
    [InlineData("""{"agentIds": null}""", "agentIds")]
    [InlineData("""{"caseAccess": null}""", "caseAccess")]
    [InlineData("""{"agentAccess": null}""", "agentAccess")]
    [InlineData("""{"caseAccess": "none"}""", "caseAccess")]
    [InlineData("""{"caseAccess": "all", "scopeIds": ["SCOPE"]}""", "scopeIds")]
    [InlineData("""{"role": "admin", "caseAccess": "assigned"}""", "caseAccess")]
    [InlineData("""{"jobTitle": "Clerk"}""", "assigned 1 assigned 1")]
    [InlineData("""{"scopeIds": [], "caseAccess": "assigned"}""", "assigned 0 assigned 1")]
    [InlineData("""{"agentIds": [], "agentAccess": "assigned"}""", "assigned 1 assigned 0")]
    [InlineData("""{"scopeIds": [], "caseAccess": "all", "agentIds": [], "agentAccess": "all"}""", "all 0 all 0")]
    [InlineData("""{"caseAccess": "all"}""", "all 0 assigned 1")]
    [InlineData("""{"role": "admin"}""", "all 0 assigned 1")]
    public async Task What_a_change_makes_of_somebody_who_is_restricted(string change, string expected)
    {
        var restricted = new
        {
            fullName = "Bo",
            email = Journeys.NewEmail(),
            role = "user",
            password = Person.Password,
            scopeIds = new[] { _scopeId },
            agentIds = new[] { "a" },
        };
        var member = (await _client.PostAsync(Members, restricted)).ShouldBe(HttpStatusCode.Created).Header("Location")!;
        var invitation = (await _client.PostAsync(Invitations, restricted with { email = Journeys.NewEmail() }))
            .ShouldBe(HttpStatusCode.Created)
            .Header("Location")!;

        foreach (var path in new[] { member, invitation })
        {
            var answer = await _client.PatchAsync(path, change.Replace("SCOPE", _scopeId, StringComparison.Ordinal));
            if (expected.Contains(' ', StringComparison.Ordinal))
                Standing(answer.ShouldBe(HttpStatusCode.OK).Json).ShouldBe(expected);
            else
                answer.ShouldRefuse(HttpStatusCode.BadRequest, "validation_failed").Json["errors"]!
                    .AsObject()
                    .Select(error => error.Key)
                    .ShouldBe([expected]);
            Standing((await _client.GetAsync(path)).Json)
                .ShouldBe(expected.Contains(' ', StringComparison.Ordinal) ? expected : "assigned 1 assigned 1");
        }
    }

    [Fact]
    public async Task A_session_tells_what_is_open_and_authorize_keeps_to_it()
    {
        var user = await App.JoinAsync(_owner, "user", "crm.access");
        await ShouldSeeAsync(user, """["all",null,"all",null]""", cases: true, agents: true);

        await _client.PatchAsync($"{Members}/{user.UserId}", new { scopeIds = new[] { _scopeId }, agentIds = new[] { "a" } });
        await ShouldSeeAsync(user, """["assigned",["Will"],"assigned",["a"]]""", cases: true, agents: true);

        await _client.PatchAsync(
            $"{Members}/{user.UserId}",
            """{"caseAccess": "assigned", "scopeIds": [], "agentAccess": "assigned", "agentIds": []}"""
        );
        await ShouldSeeAsync(user, """["assigned",[],"assigned",[]]""", cases: false, agents: false);
        (await AskAsync(user, new { permission = "crm.access" })).ShouldBe("""{"allowed":true,"reason":"permission"}""");
    }

    [Fact]
    public async Task The_last_scope_of_somebody_is_deleted_only_when_that_is_confirmed_and_opens_nothing()
    {
        var user = await App.JoinAsync(_owner, "user", "crm.access");
        await _client.PatchAsync($"{Members}/{user.UserId}", new { scopeIds = new[] { _scopeId } });
        var cy = new
        {
            fullName = "Cy",
            email = "cy@scope.example",
            role = "user",
            scopeIds = new[] { _scopeId },
        };
        var invited = (await _client.PostAsync(Invitations, cy)).Header("Location")!;

        foreach (var query in new[] { "", "?confirm=false" })
            (await _client.DeleteAsync(_scopePath + query))
                .ShouldRefuse(HttpStatusCode.Conflict, "scope_in_use")
                .At("detail")
                .ShouldContain("1 member and 1 pending invitation");
        (await _client.DeleteAsync(_scopePath + "?confirm=yes")).ShouldRefuse(HttpStatusCode.BadRequest, "validation_failed").Json[
            "errors"
        ]!
            ["confirm"]
            .ShouldNotBeNull();
        (await _client.GetAsync(_scopePath)).ShouldBe(HttpStatusCode.OK);
        (await _client.DeleteAsync(_scopePath + "?confirm=true")).ShouldBe(HttpStatusCode.NoContent);

        await ShouldSeeAsync(user, """["assigned",[],"all",null]""", cases: false, agents: true);
        Standing((await _client.GetAsync($"{Members}/{user.UserId}")).Json).ShouldBe("assigned 0 all 0");
        Standing((await _client.GetAsync(invited)).Json).ShouldBe("assigned 0 all 0");
        (await App.Client((await App.AcceptAsync("cy@scope.example")).Token).GetAsync("session")).Json["caseTypes"]!
            .AsArray()
            .ShouldBeEmpty();
    }

    [Fact]
    public async Task A_scope_that_nobody_depends_on_is_deleted_at_once()
    {
        var other = await _client.PostAsync("companies/current/scopes", new { name = "Deeds", caseTypes = new[] { "Deed" } });
        var user = await App.JoinAsync(_owner);
        await _client.PatchAsync($"{Members}/{user.UserId}", new { scopeIds = new[] { _scopeId, other.At("id") } });

        (await _client.DeleteAsync(_scopePath)).ShouldBe(HttpStatusCode.NoContent);

        (await App.Client(user.Token).GetAsync("session")).Json["caseTypes"]!.ToJsonString().ShouldBe("""["Deed"]""");
    }

    [Fact]
    public async Task Somebody_who_is_restricted_to_nothing_gives_nobody_more()
    {
        var inviter = await App.JoinAsync(_owner, "user", "members.invite", "members.update");
        var other = await App.JoinAsync(_owner);
        await _client.PatchAsync($"{Members}/{inviter.UserId}", new { caseAccess = "assigned" });
        await _client.PatchAsync($"{Members}/{other.UserId}", new { caseAccess = "assigned" });
        var client = App.Client(inviter.Token);

        (
            await client.PostAsync(
                Invitations,
                new
                {
                    fullName = "Cy",
                    email = "cy@grant.example",
                    role = "user",
                }
            )
        ).ShouldRefuse(HttpStatusCode.Forbidden, "forbidden");
        (await client.PatchAsync($"{Members}/{other.UserId}", new { caseAccess = "all" })).ShouldRefuse(
            HttpStatusCode.Forbidden,
            "forbidden"
        );
        (
            await client.PostAsync(
                Invitations,
                new
                {
                    fullName = "Cy",
                    email = "cy@grant.example",
                    role = "user",
                    caseAccess = "assigned",
                }
            )
        ).ShouldBe(HttpStatusCode.Created);
        (await client.PatchAsync($"{Members}/{inviter.UserId}", new { caseAccess = "all" })).ShouldRefuse(
            HttpStatusCode.Conflict,
            "own_role"
        );
    }

    [Fact]
    public async Task Log_and_feed_say_what_the_access_was_and_is()
    {
        var user = await App.JoinAsync(_owner);
        await _client.PatchAsync($"{Members}/{user.UserId}", new { scopeIds = new[] { _scopeId } });
        await _client.PatchAsync($"{Members}/{user.UserId}", """{"scopeIds": [], "caseAccess": "assigned"}""");

        foreach (var list in new[] { "companies/current/audit-log?action=member.scopes_changed", "companies/current/events-feed" })
        {
            var changes = (await _client.GetAsync(list)).ShouldBe(HttpStatusCode.OK).Json["items"]!
                .AsArray()
                .Where(item => (item!["action"] ?? item["type"])!.GetValue<string>() == "member.scopes_changed")
                .Select(item => $"{item!["before"]!.ToJsonString()} {item["after"]!.ToJsonString()}");
            changes.ShouldBe(
                [
                    $$"""{"caseAccess":"all","scopeIds":null} {"caseAccess":"assigned","scopeIds":["{{_scopeId}}"]}""",
                    $$"""{"caseAccess":"assigned","scopeIds":["{{_scopeId}}"]} {"caseAccess":"assigned","scopeIds":[]}""",
                ],
                ignoreOrder: true
            );
        }
    }

    private static string Standing(JsonNode json) =>
        $"{json["caseAccess"]} {json["scopeIds"]!.AsArray().Count} {json["agentAccess"]} {json["agentIds"]!.AsArray().Count}";

    private async Task ShouldSeeAsync(Person user, string session, bool cases, bool agents)
    {
        var json = (await App.Client(user.Token).GetAsync("session")).ShouldBe(HttpStatusCode.OK).Json;
        string[] names = ["caseAccess", "caseTypes", "agentAccess", "agentIds"];
        new JsonArray([.. names.Select(name => json[name]?.DeepClone())]).ToJsonString().ShouldBe(session);
        var denied = """{"allowed":false,"reason":"REASON"}""";
        var allowed = """{"allowed":true,"reason":"permission"}""";
        (await AskAsync(user, new { permission = "crm.access", caseType = "Will" })).ShouldBe(
            cases ? allowed : denied.Replace("REASON", "case_type", StringComparison.Ordinal)
        );
        (await AskAsync(user, new { permission = "crm.access", agentId = "a" })).ShouldBe(
            agents ? allowed : denied.Replace("REASON", "agent", StringComparison.Ordinal)
        );
    }

    private async Task<string> AskAsync(Person user, object question) =>
        (await App.Client(user.Token).PostAsync("authorize", question)).ShouldBe(HttpStatusCode.OK).Text;
}

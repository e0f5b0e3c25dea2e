using System.Net;
using System.Text.Json.Nodes;
using Kayse.Grains.Companies;
using Kayse.Grains.Sessions;
using Kayse.Grains.Users;
using Kayse.WebHost.Tests.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Kayse.WebHost.Tests.Authorization;

public sealed class AuthorizeBatchTests(SharedApp shared) : AppTests(shared)
{
    private Person _owner = null!;

    public override async Task InitializeAsync() => _owner = await App.SignUpAsync();

    [Fact]
    public async Task Each_check_gets_the_answer_that_it_gets_alone()
    {
        var user = await App.JoinAsync(_owner, "user", "crm.access");
        object[] checks =
        [
            new { permission = "crm.access" },
            new { permission = "agents.edit" },
            new { permission = "crm.access", caseType = "Will" },
            new { permission = "crm.access", agentId = "agent-7" },
        ];

        var answer = (await AskAsync(user.Token, checks)).ShouldBe(HttpStatusCode.OK);

        var results = answer.Json["results"]!.AsArray();
        results.Count.ShouldBe(checks.Length);
        foreach (var (i, check) in checks.Index())
            JsonNode.DeepEquals(results[i], (await App.Client(user.Token).PostAsync("authorize", check)).Json).ShouldBeTrue();
        results[0]!["allowed"]!.GetValue<bool>().ShouldBeTrue();
        results[1]!["allowed"]!.GetValue<bool>().ShouldBeFalse();
        answer.Header("Cache-Control").ShouldBe("no-store");
    }

    [Fact]
    public async Task No_checks_get_no_results_and_a_hundred_are_the_most()
    {
        (await AskAsync(_owner.Token)).ShouldBe(HttpStatusCode.OK).Text.ShouldBe("""{"results":[]}""");
        (await AskAsync(_owner.Token, Many(100))).Json["results"]!.AsArray().Count.ShouldBe(100);
        (await AskAsync(_owner.Token, Many(101))).ShouldRefuse(HttpStatusCode.BadRequest, "validation_failed").Json["errors"]!
            ["checks"]
            .ShouldNotBeNull();

        static object[] Many(int count) => [.. Enumerable.Repeat(new { permission = "crm.access" }, count)];
    }

    [Theory]
    [InlineData("{}", "checks")]
    [InlineData("""{"checks": null}""", "checks")]
    [InlineData("""{"checks": "crm.access"}""", "checks")]
    [InlineData("""{"checks": [null]}""", "checks[0]")]
    [InlineData("""{"checks": [{}]}""", "checks[0].permission")]
    [InlineData("""{"checks": [{"permission": "crm.access"}, {"permission": "agents.fly"}]}""", "checks[1].permission")]
    [InlineData("""{"checks": [{"permission": "crm.access", "caseType": " "}]}""", "checks[0].caseType")]
    [InlineData("""{"checks": [{"permission": "crm.access", "agentId": ""}]}""", "checks[0].agentId")]
    public async Task What_is_wrong_is_named_by_its_check(string body, string field) =>
        (await App.Client(_owner.Token).PostAsync("authorize/batch", body))
            .ShouldRefuse(HttpStatusCode.BadRequest, "validation_failed")
            .Json["errors"]!
            [field]
            .ShouldNotBeNull();

    [Fact]
    public async Task Everything_that_is_wrong_is_named_at_once()
    {
        object[] checks = [new { permission = "agents.fly", caseType = "" }, new { permission = "crm.access", agentId = "" }];

        var errors = (await AskAsync(_owner.Token, checks)).ShouldRefuse(HttpStatusCode.BadRequest, "validation_failed").Json["errors"]!;

        errors.AsObject().Select(error => error.Key).ShouldBe(["checks[0].permission", "checks[0].caseType", "checks[1].agentId"]);
    }

    [Fact]
    public async Task Who_was_deactivated_may_nothing_and_who_has_signed_out_gets_no_answer()
    {
        var user = await App.JoinAsync(_owner, "user", "crm.access");
        await App
            .Services.GetRequiredService<IGrainFactory>()
            .GetGrain<ISessionsGrain>(user.UserId)
            .EndSessionsAsync(null, SessionEndReason.Deactivated);
        (await AskAsync(user.Token, new { permission = "crm.access" })).Text.ShouldBe(
            """{"results":[{"allowed":false,"reason":"deactivated"}]}"""
        );

        await App.Client(_owner.Token).PostAsync("auth/sign-out");
        (await AskAsync(_owner.Token, new { permission = "crm.access" })).ShouldRefuse(HttpStatusCode.Unauthorized, "session_ended");
        (await AskAsync(null, new { permission = "crm.access" })).ShouldRefuse(HttpStatusCode.Unauthorized, "unauthenticated");
    }

    private Task<ApiAnswer> AskAsync(string? token, params object[] checks) =>
        App.Client(token).PostAsync("authorize/batch", new { checks });
}

using System.Net;
using Kayse.Grains.Companies;
using Kayse.Grains.Sessions;
using Kayse.Grains.Users;
using Kayse.WebHost.Tests.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Kayse.WebHost.Tests.Authorization;

public sealed class AuthorizeTests(SharedApp shared) : AppTests(shared)
{
    private Person _owner = null!;

    public override async Task InitializeAsync() => _owner = await App.SignUpAsync();

    [Fact]
    public async Task An_Admin_may_by_their_role_and_a_User_by_what_was_granted()
    {
        var user = await App.JoinAsync(_owner, "user", "crm.access");

        var answer = await AskAsync(_owner.Token, new { permission = "crm.access" });
        answer.Text.ShouldBe("""{"allowed":true,"reason":"role"}""");
        answer.Header("Content-Type").ShouldBe("application/json; charset=utf-8");
        answer.Header("Cache-Control").ShouldBe("no-store");
        (
            await AskAsync(
                user.Token,
                new
                {
                    permission = "crm.access",
                    agentId = "a",
                    caseType = "Will",
                }
            )
        ).Text.ShouldBe("""{"allowed":true,"reason":"permission"}""");
        (await AskAsync(user.Token, new { permission = "agents.edit" })).Text.ShouldBe("""{"allowed":false,"reason":"permission"}""");
    }

    [Fact]
    public async Task Scopes_decide_on_case_types_and_a_change_of_them_counts_at_once()
    {
        var scope = await App.Client(_owner.Token)
            .PostAsync("companies/current/scopes", new { name = "Injuries", caseTypes = new[] { "Car crash" } });
        var email = Journeys.NewEmail();
        (
            await App.Client(_owner.Token)
                .PostAsync(
                    "companies/current/invitations",
                    new
                    {
                        fullName = "Ben",
                        email,
                        role = "user",
                        permissions = new[] { "crm.access" },
                        scopeIds = new[] { scope.At("id") },
                        agentIds = new[] { "a" },
                    }
                )
        ).ShouldBe(HttpStatusCode.Created);
        var user = await App.AcceptAsync(email);

        (
            await AskAsync(
                user.Token,
                new
                {
                    permission = "crm.access",
                    caseType = "car crash",
                    agentId = "a",
                }
            )
        ).Text.ShouldBe("""{"allowed":true,"reason":"permission"}""");
        (await AskAsync(user.Token, new { permission = "crm.access", caseType = "Will" })).Text.ShouldBe(
            """{"allowed":false,"reason":"case_type"}"""
        );
        (await AskAsync(user.Token, new { permission = "crm.access", agentId = "b" })).Text.ShouldBe(
            """{"allowed":false,"reason":"agent"}"""
        );
        await App.Client(_owner.Token).PatchAsync(scope.Header("Location")!, new { caseTypes = new[] { "Will" } });
        (await AskAsync(user.Token, new { permission = "crm.access", caseType = "Will" })).Text.ShouldBe(
            """{"allowed":true,"reason":"permission"}"""
        );
    }

    [Fact]
    public async Task It_counts_as_use_of_the_session()
    {
        App.Clock.Advance(TimeSpan.FromMinutes(20));
        await AskAsync(_owner.Token, new { permission = "crm.access" });
        App.Clock.Advance(TimeSpan.FromMinutes(20));

        (await App.Client(_owner.Token).GetAsync("session")).ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("{}", "permission")]
    [InlineData("""{"permission": null}""", "permission")]
    [InlineData("""{"permission": "agents.fly"}""", "permission")]
    [InlineData("""{"permission": 1}""", "permission")]
    [InlineData("""{"permission": "crm.access", "caseType": ""}""", "caseType")]
    [InlineData("""{"permission": "crm.access", "agentId": " "}""", "agentId")]
    [InlineData("""{"permission": "crm.access", "agentId": 7}""", "agentId")]
    [InlineData("""{"permission": "crm.access" """, null)]
    [InlineData("[]", null)]
    [InlineData("", null)]
    public async Task What_is_no_question_is_refused(string body, string? field)
    {
        var refused = (await AskAsync(_owner.Token, body)).ShouldRefuse(HttpStatusCode.BadRequest, "validation_failed");
        if (field is not null)
            refused.Json["errors"]![field].ShouldNotBeNull(refused.Text);
    }

    [Fact]
    public async Task A_body_that_is_not_JSON_or_too_long_is_refused()
    {
        var client = App.Client(_owner.Token);
        (await client.SendRawAsync(HttpMethod.Post, "authorize", new StringContent("permission=crm.access"))).ShouldRefuse(
            HttpStatusCode.UnsupportedMediaType,
            "unsupported_media_type"
        );
        (await AskAsync(_owner.Token, $$"""{"permission": "{{new string('x', 1024 * 1024)}}"}""")).ShouldRefuse(
            HttpStatusCode.RequestEntityTooLarge,
            "payload_too_large"
        );
    }

    [Fact]
    public async Task Without_a_live_session_there_is_no_answer()
    {
        (await AskAsync(null, new { permission = "crm.access" })).ShouldRefuse(HttpStatusCode.Unauthorized, "unauthenticated");
        (await AskAsync("nonsense", new { permission = "crm.access" })).ShouldRefuse(HttpStatusCode.Unauthorized, "unauthenticated");
        await App.Client(_owner.Token).PostAsync("auth/sign-out");
        (await AskAsync(_owner.Token, new { permission = "crm.access" }))
            .ShouldRefuse(HttpStatusCode.Unauthorized, "session_ended")
            .At("reason")
            .ShouldBe("signed_out");
    }

    [Fact]
    public async Task A_person_who_was_deactivated_may_nothing()
    {
        await App
            .Services.GetRequiredService<IGrainFactory>()
            .GetGrain<ISessionsGrain>(_owner.UserId)
            .EndSessionsAsync(null, SessionEndReason.Deactivated);

        (await AskAsync(_owner.Token, new { permission = "crm.access" }))
            .ShouldBe(HttpStatusCode.OK)
            .Text.ShouldBe("""{"allowed":false,"reason":"deactivated"}""");
    }

    [Fact]
    public async Task By_cookie_it_has_to_come_from_a_page_of_ours()
    {
        var cookie = ("Cookie", $"kayse_session={_owner.Token}");
        (await App.Client().PostAsync("authorize", new { permission = "crm.access" }, cookie)).ShouldRefuse(
            HttpStatusCode.Forbidden,
            "forbidden"
        );
        (
            await App.Client().PostAsync("authorize", new { permission = "crm.access" }, cookie, ("Sec-Fetch-Site", "same-origin"))
        ).ShouldBe(HttpStatusCode.OK);
    }

    private Task<ApiAnswer> AskAsync(string? token, object question) => App.Client(token).PostAsync("authorize", question);
}

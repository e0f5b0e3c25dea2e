using System.Net;
using System.Text.Json.Nodes;
using Kayse.WebHost.Tests.Testing;

namespace Kayse.WebHost.Tests.Companies;

/// <summary>CO-2 and CO-5 over HTTP.</summary>
public sealed class CompanySettingsTests(SharedApp shared) : AppTests(shared)
{
    private const string Details = "companies/current";
    private const string Policy = "companies/current/security-policy";
    private Person _owner = null!;
    private ApiClient _client = null!;

    public override async Task InitializeAsync()
    {
        _owner = await App.SignUpAsync();
        _client = App.Client(_owner.Token);
    }

    [Fact]
    public async Task Details_are_filled_in_kept_in_their_form_and_taken_away()
    {
        var first = (await _client.GetAsync(Details)).ShouldBe(HttpStatusCode.OK);
        first
            .Json.Select(member => member.Key)
            .ShouldBe(["id", "name", "createdAt", "phoneNumber", "email", "postalAddress", "website", "seatLimit", "seatsTaken"]);

        var changed = (
            await _client.PatchAsync(
                Details,
                new
                {
                    name = " Vale & Partners ",
                    phoneNumber = "(202) 555-0123",
                    phoneCountry = "us",
                    email = "Office@Vale-Law.example",
                    website = "https://Vale-Law.example",
                    postalAddress = new
                    {
                        lines = new[] { " 12 Main Street ", "" },
                        city = "Springfield",
                        country = "us",
                    },
                }
            )
        ).ShouldBe(HttpStatusCode.OK);

        changed.At("name").ShouldBe("Vale & Partners");
        changed.At("phoneNumber").ShouldBe("+12025550123");
        changed.At("email").ShouldBe("office@vale-law.example");
        changed.At("website").ShouldBe("https://vale-law.example/");
        changed.Json["postalAddress"]!
            .ToJsonString()
            .ShouldBe("""{"lines":["12 Main Street"],"city":"Springfield","region":null,"postalCode":null,"country":"US"}""");
        changed.Header("ETag").ShouldNotBe(first.Header("ETag"));
        (await _client.GetAsync(Details)).Text.ShouldBe(changed.Text);
        (await _client.GetAsync("session")).At("company.name").ShouldBe("Vale & Partners");

        var cleared = (
            await _client.PatchAsync(Details, """{"phoneNumber": null, "email": null, "website": null, "postalAddress": null}""")
        ).ShouldBe(HttpStatusCode.OK);
        foreach (var member in new[] { "phoneNumber", "email", "website", "postalAddress" })
            cleared.Json[member].ShouldBeNull(member);
        cleared.At("name").ShouldBe("Vale & Partners");
    }

    [Theory]
    [InlineData("""{"name": null}""", HttpStatusCode.BadRequest, "validation_failed", "name")]
    [InlineData("""{"name": ""}""", HttpStatusCode.BadRequest, "validation_failed", "name")]
    [InlineData("""{"email": "nobody"}""", HttpStatusCode.UnprocessableEntity, "email_invalid", "email")]
    [InlineData("""{"phoneNumber": "12"}""", HttpStatusCode.UnprocessableEntity, "phone_invalid", "phoneNumber")]
    [InlineData("""{"website": "firm.example"}""", HttpStatusCode.BadRequest, "validation_failed", "website")]
    [InlineData("""{"website": "javascript:alert(1)"}""", HttpStatusCode.BadRequest, "validation_failed", "website")]
    [InlineData("""{"website": "https://user:secret@firm.example"}""", HttpStatusCode.BadRequest, "validation_failed", "website")]
    [InlineData("""{"postalAddress": {"country": "XX"}}""", HttpStatusCode.BadRequest, "validation_failed", "postalAddress.country")]
    [InlineData(
        """{"postalAddress": {"lines": ["1", "2", "3", "4", "5"]}}""",
        HttpStatusCode.BadRequest,
        "validation_failed",
        "postalAddress.lines"
    )]
    [InlineData("""{"postalAddress": {"city": "two\nlines"}}""", HttpStatusCode.BadRequest, "validation_failed", "postalAddress.city")]
    [InlineData("""{"postalAddress": "12 Main Street"}""", HttpStatusCode.BadRequest, "validation_failed", "postalAddress")]
    public async Task Bad_details_are_refused_by_field(string body, HttpStatusCode status, string code, string field) =>
        (await _client.PatchAsync(Details, body)).ShouldRefuse(status, code).Json["errors"]![field].ShouldNotBeNull();

    [Fact]
    public async Task A_change_of_what_is_no_longer_there_is_a_conflict()
    {
        foreach (
            var (method, path, body) in new[]
            {
                (HttpMethod.Patch, Details, (object)new { email = "a@firm.example" }),
                (HttpMethod.Put, Policy, PolicyWith()),
            }
        )
        {
            var old = (await _client.GetAsync(path)).Header("ETag").ShouldNotBeNull();
            var current = (await _client.SendAsync(method, path, body, ("If-Match", old))).ShouldBe(HttpStatusCode.OK);
            (await _client.SendAsync(method, path, body, ("If-Match", old))).ShouldRefuse(
                HttpStatusCode.PreconditionFailed,
                "version_conflict"
            );
            (await _client.SendAsync(method, path, body, ("If-Match", current.Header("ETag")!)))
                .ShouldBe(HttpStatusCode.OK)
                .Header("ETag")
                .ShouldBe(current.Header("ETag"), "nothing changed");
        }
    }

    [Fact]
    public async Task A_policy_is_shown_as_it_was_set()
    {
        (await _client.GetAsync(Policy))
            .ShouldBe(HttpStatusCode.OK)
            .Text.ShouldBe(
                """{"twoFactorRequired":false,"twoFactorGraceDays":7,"idleTimeoutMinutes":null,"sessionLifetimeMinutes":null,"rememberMeAllowed":true,"trustedDevicesAllowed":true,"invitedEmailDomains":[],"invitationLifetimeHours":null}"""
            );

        var set = (
            await _client.SendAsync(
                HttpMethod.Put,
                Policy,
                PolicyWith(("invitedEmailDomains", new JsonArray("Bücher.example", " FIRM.example ", "firm.example")))
            )
        ).ShouldBe(HttpStatusCode.OK);

        set.Text.ShouldBe(
            """{"twoFactorRequired":true,"twoFactorGraceDays":3,"idleTimeoutMinutes":5,"sessionLifetimeMinutes":600,"rememberMeAllowed":false,"trustedDevicesAllowed":false,"invitedEmailDomains":["firm.example","xn--bcher-kva.example"],"invitationLifetimeHours":720}"""
        );
        (await _client.GetAsync(Policy)).Text.ShouldBe(set.Text);
    }

    [Theory]
    [InlineData("twoFactorRequired", null)]
    [InlineData("rememberMeAllowed", "\"yes\"")]
    [InlineData("twoFactorGraceDays", "31")]
    [InlineData("twoFactorGraceDays", "-1")]
    [InlineData("twoFactorGraceDays", "1.5")]
    [InlineData("twoFactorGraceDays", "2147483648")]
    [InlineData("idleTimeoutMinutes", "4")]
    [InlineData("idleTimeoutMinutes", "43201")]
    [InlineData("sessionLifetimeMinutes", "14")]
    [InlineData("sessionLifetimeMinutes", "525601")]
    [InlineData("invitationLifetimeHours", "0")]
    [InlineData("invitationLifetimeHours", "721")]
    [InlineData("invitationLifetimeHours", "2147483647")]
    [InlineData("invitedEmailDomains", "null")]
    [InlineData("invitedEmailDomains", "[null]")]
    [InlineData("invitedEmailDomains", "[\"\"]")]
    [InlineData("invitedEmailDomains", "[\"example\"]")]
    [InlineData("invitedEmailDomains", "[\"a@firm.example\"]")]
    [InlineData("invitedEmailDomains", "[\"firm..example\"]")]
    public async Task A_bad_policy_is_refused_by_field(string field, string? json)
    {
        var body = PolicyWith();
        if (json is null)
            body.Remove(field);
        else
            body[field] = JsonNode.Parse(json);

        var refused = (await _client.SendAsync(HttpMethod.Put, Policy, body.ToJsonString())).ShouldRefuse(
            HttpStatusCode.BadRequest,
            "validation_failed"
        );
        refused.Json["errors"]!.AsObject().Select(error => error.Key).ShouldBe([field]);
    }

    [Fact]
    public async Task A_shorter_limit_ends_older_sessions_at_once_and_shortens_younger_ones()
    {
        var old = await App.SignInAsync(_owner.Email);
        App.Clock.Advance(TimeSpan.FromMinutes(20));
        var young = await App.SignInAsync(_owner.Email);

        (await App.Client(young.Token).SendAsync(HttpMethod.Put, Policy, PolicyWith(("sessionLifetimeMinutes", 15)))).ShouldBe(
            HttpStatusCode.OK
        );

        (await App.Client(old.Token).GetAsync("session")).ShouldRefuse(HttpStatusCode.Unauthorized, "session_ended");
        (await App.Client(young.Token).GetAsync("session"))
            .ShouldBe(HttpStatusCode.OK)
            .At("expiresAt")
            .ShouldBe("2026-01-05T09:25:00Z", "idle for five minutes");
    }

    private static JsonObject PolicyWith(params (string Name, JsonNode? Value)[] members)
    {
        var policy = new JsonObject
        {
            ["twoFactorRequired"] = true,
            ["twoFactorGraceDays"] = 3,
            ["idleTimeoutMinutes"] = 5,
            ["sessionLifetimeMinutes"] = 600,
            ["rememberMeAllowed"] = false,
            ["trustedDevicesAllowed"] = false,
            ["invitedEmailDomains"] = new JsonArray(),
            ["invitationLifetimeHours"] = 720,
        };
        foreach (var (name, value) in members)
            policy[name] = value;
        return policy;
    }
}

using System.Net;
using Kayse.WebHost.Tests.Testing;

namespace Kayse.WebHost.Tests.Scopes;

public sealed class ScopeEndpointTests(SharedApp shared) : AppTests(shared)
{
    private ApiClient _client = null!;

    public override async Task InitializeAsync() => _client = App.Client((await App.SignUpAsync()).Token);

    [Fact]
    public async Task A_scope_is_made_read_changed_and_deleted()
    {
        var made = await _client.PostAsync(
            "companies/current/scopes",
            new { name = "Injuries", caseTypes = new[] { "Dog bite", "Car crash" } }
        );
        made.ShouldBe(HttpStatusCode.Created).Json.Select(member => member.Key).ShouldBe(["id", "name", "caseTypes", "memberCount"]);
        var path = made.Header("Location").ShouldNotBeNull();
        path.ShouldEndWith($"/scopes/{made.At("id")}");

        var read = (await _client.GetAsync(path)).ShouldBe(HttpStatusCode.OK);
        read.Text.ShouldBe(made.Text);
        read.Header("ETag").ShouldBe(made.Header("ETag").ShouldNotBeNull());
        var changed = (await _client.PatchAsync(path, new { name = "Accidents" })).ShouldBe(HttpStatusCode.OK);
        (changed.At("name"), changed.Json["caseTypes"]!.AsArray().Count).ShouldBe(("Accidents", 2));
        changed.Header("ETag").ShouldNotBe(read.Header("ETag"));
        (await _client.GetAsync("companies/current/scopes")).Json["items"]!
            .AsArray()
            .Single()!
            .ToJsonString()
            .ShouldBe(changed.Json.ToJsonString());
        (await _client.DeleteAsync(path)).ShouldBe(HttpStatusCode.NoContent);
        (await _client.GetAsync(path)).ShouldRefuse(HttpStatusCode.NotFound, "not_found");
    }

    [Fact]
    public async Task A_change_for_an_earlier_version_is_a_conflict()
    {
        var made = await _client.PostAsync("companies/current/scopes", new { name = "Injuries", caseTypes = new[] { "Dog bite" } });
        var (path, old) = (made.Header("Location")!, made.Header("ETag")!);
        var current = (await _client.SendAsync(HttpMethod.Patch, path, new { name = "Accidents" }, ("If-Match", old)))
            .ShouldBe(HttpStatusCode.OK)
            .Header("ETag")!;

        foreach (var stale in new[] { old, $"W/{current}", "\"anything\"" })
        {
            (await _client.SendAsync(HttpMethod.Patch, path, new { name = "Mishaps" }, ("If-Match", stale))).ShouldRefuse(
                HttpStatusCode.PreconditionFailed,
                "version_conflict"
            );
            (await _client.SendAsync(HttpMethod.Delete, path, null, ("If-Match", stale))).ShouldRefuse(
                HttpStatusCode.PreconditionFailed,
                "version_conflict"
            );
        }

        (await _client.SendAsync(HttpMethod.Patch, path, new { name = "Mishaps" }, ("If-Match", "*"))).ShouldBe(HttpStatusCode.OK);
        (await _client.SendAsync(HttpMethod.Delete, path, null, ("If-Match", current))).ShouldRefuse(
            HttpStatusCode.PreconditionFailed,
            "version_conflict"
        );
    }

    [Fact]
    public async Task A_repeated_request_makes_one_scope_and_gets_the_same_answer()
    {
        var body = new { name = "Injuries", caseTypes = new[] { "Dog bite" } };
        var first = await _client.PostAsync("companies/current/scopes", body, ("Idempotency-Key", "one"));
        var second = await _client.PostAsync("companies/current/scopes", body, ("Idempotency-Key", "one"));

        second.ShouldBe(HttpStatusCode.Created).Text.ShouldBe(first.Text);
        (second.Header("ETag"), second.Header("Location")).ShouldBe((first.Header("ETag"), first.Header("Location")));
        (await _client.PostAsync("companies/current/scopes", body)).ShouldRefuse(HttpStatusCode.Conflict, "scope_name_taken");
    }

    [Theory]
    [InlineData("{}", "name")]
    [InlineData("""{"name": "x"}""", "caseTypes")]
    [InlineData("""{"name": "x", "caseTypes": []}""", "caseTypes")]
    [InlineData("""{"name": "x", "caseTypes": [null]}""", "caseTypes")]
    [InlineData("""{"name": "x", "caseTypes": "a"}""", "caseTypes")]
    [InlineData("""{"name": "x", "caseTypes": [1]}""", "caseTypes[0]")]
    [InlineData("""{"name": "", "caseTypes": ["a"]}""", "name")]
    [InlineData("""{"name": "\ud800", "caseTypes": ["a"]}""", null)]
    public async Task Bad_scopes_are_refused_by_field(string body, string? field)
    {
        var refused = (await _client.PostAsync("companies/current/scopes", body)).ShouldRefuse(
            HttpStatusCode.BadRequest,
            "validation_failed"
        );
        if (field is not null)
            refused.Json["errors"]![field].ShouldNotBeNull(refused.Text);
    }

    [Fact]
    public async Task What_a_scope_must_have_cannot_be_taken_away()
    {
        var path = (
            await _client.PostAsync("companies/current/scopes", new { name = "Injuries", caseTypes = new[] { "Dog bite" } })
        ).Header("Location")!;
        var refused = (await _client.PatchAsync(path, """{"name": null, "caseTypes": null}""")).ShouldRefuse(
            HttpStatusCode.BadRequest,
            "validation_failed"
        );
        refused.Json["errors"]!.AsObject().Select(error => error.Key).ShouldBe(["name", "caseTypes"]);
    }
}

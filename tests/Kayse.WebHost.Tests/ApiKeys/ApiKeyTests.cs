using System.Net;
using Kayse.WebHost.Tests.Testing;

namespace Kayse.WebHost.Tests.ApiKeys;

public sealed class ApiKeyTests(SharedApp shared) : AppTests(shared)
{
    [Fact]
    public async Task A_key_is_shown_once_and_says_who_it_acts_as()
    {
        var owner = await App.SignUpAsync();
        var made = await MakeAsync(
            owner,
            new
            {
                name = "Reports",
                permissions = new[] { "read", "write" },
                expiresAt = "2026-12-24T00:00:00Z",
            }
        );

        made.At("key").ShouldStartWith(made.At("prefix") + "_");
        made.At("companyId").ShouldBe(owner.CompanyId);
        var listed = (await App.Client(owner.Token).GetAsync("me/api-keys")).ShouldBe(HttpStatusCode.OK);
        listed.Text.ShouldNotContain(made.At("key"));
        listed.Text.ShouldContain("\"permissions\":[\"read\",\"write\"]");

        var session = (await App.Client(made.At("key")).GetAsync("session")).ShouldBe(HttpStatusCode.OK);
        session.At("id").ShouldBe(made.At("id"));
        session.At("user.email").ShouldBe(owner.Email);
        session.At("expiresAt").ShouldBe("2026-12-24T00:00:00Z");
        (await App.Client(made.At("key")).PostAsync("authorize", new { permission = "members.read" }))
            .ShouldBe(HttpStatusCode.OK)
            .Text.ShouldContain("\"allowed\":true");
    }

    [Fact]
    public async Task A_key_says_how_many_requests_are_left_and_is_refused_beyond_them()
    {
        await using var app = new KayseApp(("Kayse:ApiKeys:RequestsPerMinute", "2"));
        var owner = await app.SignUpAsync();
        var key = (await app.Client(owner.Token).PostAsync("me/api-keys", new { name = "Reports", permissions = new[] { "read" } })).At(
            "key"
        );

        var first = (await app.Client(key).GetAsync("session")).ShouldBe(HttpStatusCode.OK);
        first.Header("RateLimit-Policy").ShouldBe("\"key\";q=2;w=60");
        first.Header("RateLimit").ShouldBe("\"key\";r=1;t=60");
        (await app.Client(key).GetAsync("me")).ShouldBe(HttpStatusCode.OK);
        foreach (var path in new[] { "session", "me" })
        {
            var refused = (await app.Client(key).GetAsync(path)).ShouldRefuse(HttpStatusCode.TooManyRequests, "rate_limited");
            refused.Header("Retry-After").ShouldBe("60");
            refused.Header("RateLimit").ShouldBe("\"key\";r=0;t=60");
        }
    }

    [Fact]
    public async Task A_revoked_key_and_a_regenerated_one_are_refused_on_the_next_request()
    {
        var owner = await App.SignUpAsync();
        var first = await MakeAsync(owner, new { name = "Reports", permissions = new[] { "read" } });
        var second = (await App.Client(owner.Token).PostAsync($"me/api-keys/{first.At("id")}/regenerate")).ShouldBe(HttpStatusCode.OK);
        (await App.Client(first.At("key")).GetAsync("session")).ShouldRefuse(HttpStatusCode.Unauthorized, "unauthenticated");
        (await App.Client(second.At("key")).GetAsync("session")).ShouldBe(HttpStatusCode.OK);

        (await App.Client(owner.Token).DeleteAsync($"me/api-keys/{first.At("id")}")).ShouldBe(HttpStatusCode.NoContent);
        (await App.Client(second.At("key")).GetAsync("me")).ShouldRefuse(HttpStatusCode.Unauthorized, "unauthenticated");
    }

    [Fact]
    public async Task A_key_acts_in_its_own_company_alone_and_nobody_touches_anothers()
    {
        var (owner, other) = (await App.SignUpAsync(), await App.SignUpAsync(company: "Another Firm"));
        var key = await MakeAsync(owner, new { name = "Reports", permissions = new[] { "admin" } });

        (await App.Client(key.At("key")).GetAsync($"companies/{other.CompanyId}")).ShouldRefuse(HttpStatusCode.NotFound, "not_found");
        (await App.Client(key.At("key")).GetAsync($"companies/{owner.CompanyId}")).ShouldBe(HttpStatusCode.OK);
        (await App.Client(other.Token).DeleteAsync($"me/api-keys/{key.At("id")}")).ShouldRefuse(HttpStatusCode.NotFound, "not_found");
    }

    [Theory]
    [InlineData("{}", "name")]
    [InlineData("""{"name":"", "permissions":["read"]}""", "name")]
    [InlineData("""{"name":"Reports", "permissions":[]}""", "permissions")]
    [InlineData("""{"name":"Reports", "permissions":["everything"]}""", "permissions")]
    [InlineData("""{"name":"Reports", "permissions":["read"], "expiresAt":"2020-01-01T00:00:00Z"}""", "expiresAt")]
    public async Task Bad_input_names_the_field(string body, string field)
    {
        var owner = await App.SignUpAsync();
        (await App.Client(owner.Token).PostAsync("me/api-keys", body))
            .ShouldRefuse(HttpStatusCode.BadRequest, "validation_failed")
            .Text.ShouldContain($"\"{field}");
    }

    private async Task<ApiAnswer> MakeAsync(Person person, object body) =>
        (await App.Client(person.Token).PostAsync("me/api-keys", body)).ShouldBe(HttpStatusCode.Created);
}

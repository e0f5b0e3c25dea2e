using System.Net;
using Kayse.WebHost.Tests.Testing;

namespace Kayse.WebHost.Tests.ApiKeys;

/// <summary>Keys that belong to the company, over HTTP.</summary>
public sealed class ServiceKeyTests(SharedApp shared) : AppTests(shared)
{
    private const string Keys = "companies/current/service-keys";

    [Fact]
    public async Task It_acts_for_the_company_and_says_so()
    {
        var owner = await App.SignUpAsync();
        var created = (await CreateAsync(owner)).ShouldBe(HttpStatusCode.Created);
        created.At("createdBy").ShouldBe("Ada Vale");
        created.Header("Location").ShouldBe($"/api/v1/companies/{owner.CompanyId}/service-keys/{created.At("id")}");
        var key = App.Client(created.At("key"));

        var session = await key.GetAsync("session");
        session.Json["user"].ShouldBeNull();
        session.At("serviceKey.id").ShouldBe(created.At("id"));
        session.At("serviceKey.name").ShouldBe("Importer");
        session.At("company.id").ShouldBe(owner.CompanyId);
        session.At("role").ShouldBe("admin");
        (await key.PostAsync("authorize", new { permission = "billing.read" })).Json["allowed"]!.GetValue<bool>().ShouldBeFalse();
        (await key.PostAsync("authorize", new { permission = "crm.access" })).Json["allowed"]!.GetValue<bool>().ShouldBeTrue();
        (await key.GetAsync("companies/current/members")).ShouldBe(HttpStatusCode.OK);
        (await key.GetAsync("me")).ShouldRefuse(HttpStatusCode.Forbidden, "forbidden");

        var listed = (await App.Client(owner.Token).GetAsync(Keys)).Json["items"]!.AsArray();
        listed.ShouldHaveSingleItem()!["key"].ShouldBeNull();
    }

    [Fact]
    public async Task Two_secrets_work_side_by_side_until_the_overlap_ends()
    {
        var owner = await App.SignUpAsync();
        var created = await CreateAsync(owner);
        var (client, path) = (App.Client(owner.Token), $"{Keys}/{created.At("id")}");

        var rotated = (await client.PostAsync($"{path}/rotate")).ShouldBe(HttpStatusCode.OK);
        rotated.Json["previousKeyUntil"]!.GetValue<DateTimeOffset>().ShouldBe(App.Clock.GetUtcNow().AddHours(24));
        (await StatusAsync(created.At("key"))).ShouldBe(HttpStatusCode.OK);
        (await StatusAsync(rotated.At("key"))).ShouldBe(HttpStatusCode.OK);

        (await client.PostAsync($"{path}/end-overlap")).ShouldBe(HttpStatusCode.NoContent);
        (await StatusAsync(created.At("key"))).ShouldBe(HttpStatusCode.Unauthorized);

        var last = await client.PostAsync($"{path}/rotate?overlapHours=0");
        (await StatusAsync(rotated.At("key"))).ShouldBe(HttpStatusCode.Unauthorized);
        (await StatusAsync(last.At("key"))).ShouldBe(HttpStatusCode.OK);

        (await client.DeleteAsync(path)).ShouldBe(HttpStatusCode.NoContent);
        (await StatusAsync(last.At("key"))).ShouldBe(HttpStatusCode.Unauthorized);
        (await client.DeleteAsync(path)).ShouldRefuse(HttpStatusCode.NotFound, "not_found");
    }

    [Theory]
    [InlineData("169")]
    [InlineData("-1")]
    [InlineData("a day")]
    public async Task An_overlap_that_cannot_be_is_refused_by_name(string hours)
    {
        var owner = await App.SignUpAsync();
        var path = $"{Keys}/{(await CreateAsync(owner)).At("id")}/rotate?overlapHours={Uri.EscapeDataString(hours)}";

        var refused = (await App.Client(owner.Token).PostAsync(path)).ShouldRefuse(HttpStatusCode.BadRequest, "validation_failed");

        refused.Json["errors"]!["overlapHours"].ShouldNotBeNull();
    }

    [Fact]
    public async Task It_takes_a_password_that_was_given_a_short_while_ago()
    {
        var owner = await App.SignUpAsync();
        App.Clock.Advance(TimeSpan.FromMinutes(16));

        (await CreateAsync(owner)).ShouldRefuse(HttpStatusCode.Forbidden, "step_up_required");
    }

    private Task<ApiAnswer> CreateAsync(Person person) =>
        App.Client(person.Token).PostAsync(Keys, new { name = "Importer", permissions = new[] { "read" } });

    private async Task<HttpStatusCode> StatusAsync(string key) => (await App.Client(key).GetAsync("session")).Status;
}

using System.Net;
using Kayse.WebHost.Tests.Testing;

namespace Kayse.WebHost.Tests.Members;

/// <summary>
/// Members over HTTP: what the queries, bodies and headers mean. What may be done to whom the grains' tests say.
/// </summary>
public sealed class MemberHttpTests(SharedApp shared) : AppTests(shared)
{
    private const string Members = "companies/current/members";
    private Person _owner = null!;
    private ApiClient _client = null!;

    public override async Task InitializeAsync()
    {
        _owner = await App.SignUpAsync();
        _client = App.Client(_owner.Token);
    }

    [Fact]
    public async Task Members_are_searched_sorted_and_paged_by_the_query()
    {
        await CreateAsync("Zoë Müller", "zoe@list.example");
        await CreateAsync("Bo Ito", "bo@list.example", "admin");

        Names(await _client.GetAsync($"{Members}?search=muller")).ShouldBe(["Zoë Müller"]);
        Names(await _client.GetAsync($"{Members}?role=admin&status=active")).ShouldBe(["Bo Ito"]);
        Names(await _client.GetAsync($"{Members}?sort=-name")).ShouldBe(["Zoë Müller", "Bo Ito", "Ada Vale"]);
        var first = await _client.GetAsync($"{Members}?sort=-lastActiveAt&limit=1");
        Names(first).ShouldBe(["Ada Vale"]);
        Names(await _client.GetAsync($"{Members}?sort=-lastActiveAt&limit=2&cursor={first.At("nextCursor")}")).Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("role=owner", "role")]
    [InlineData("status=gone", "status")]
    [InlineData("sort=age", "sort")]
    [InlineData("sort=--name", "sort")]
    [InlineData("limit=0", "limit")]
    [InlineData("cursor=bm9uc2Vuc2U", "cursor")]
    public async Task A_query_that_means_nothing_is_refused_by_field(string query, string field) =>
        (await _client.GetAsync($"{Members}?{query}")).ShouldRefuse(HttpStatusCode.BadRequest, "validation_failed").Json["errors"]!
            [field]
            .ShouldNotBeNull();

    [Fact]
    public async Task A_cursor_of_a_very_long_name_is_taken()
    {
        await CreateAsync(new string('語', 200), "long@list.example");
        await CreateAsync("龍", "short@list.example");
        var second = await _client.GetAsync($"{Members}?limit=2");

        Names(await _client.GetAsync($"{Members}?limit=2&cursor={second.At("nextCursor")}")).ShouldBe(["龍"]);
    }

    [Fact]
    public async Task Patch_changes_what_is_there_and_null_clears()
    {
        var path = $"{Members}/{await CreateAsync("Bo Ito", "bo@patch.example")}";
        var changed = await _client.PatchAsync(
            path,
            new
            {
                jobTitle = "Partner",
                agentIds = new[] { "a" },
                agentOverrides = new { a = new { grant = new[] { "crm.access" } } },
            }
        );
        changed.ShouldBe(HttpStatusCode.OK).Json["agentOverrides"]!["a"]!["grant"]![0]!.GetValue<string>().ShouldBe("crm.access");
        var cleared = (await _client.PatchAsync(path, "{\"jobTitle\":null,\"agentOverrides\":null}")).ShouldBe(HttpStatusCode.OK);

        cleared.Json["jobTitle"].ShouldBeNull();
        cleared.Json["agentOverrides"]!.AsObject().Count.ShouldBe(0);
        cleared.Json["agentIds"]!.AsArray().Count.ShouldBe(1);
        (await _client.PatchAsync(path, "{\"role\":null,\"fullName\":null}"))
            .ShouldRefuse(HttpStatusCode.BadRequest, "validation_failed")
            .Json["errors"]!
            .AsObject()
            .Select(error => error.Key)
            .ShouldBe(["fullName", "role"], ignoreOrder: true);
        (await _client.PatchAsync(path, "{\"scopeIds\":[null]}")).ShouldRefuse(HttpStatusCode.BadRequest, "validation_failed");
    }

    [Fact]
    public async Task A_change_for_another_version_is_412()
    {
        var path = $"{Members}/{await CreateAsync("Bo Ito", "bo@etag.example")}";
        var tag = (await _client.GetAsync(path)).Header("ETag").ShouldNotBeNull();
        var changed = await _client.SendAsync(HttpMethod.Patch, path, new { jobTitle = "Partner" }, ("If-Match", tag));

        changed.ShouldBe(HttpStatusCode.OK).Header("ETag").ShouldNotBe(tag);
        (await _client.SendAsync(HttpMethod.Patch, path, new { jobTitle = "Clerk" }, ("If-Match", tag))).ShouldRefuse(
            HttpStatusCode.PreconditionFailed,
            "version_conflict"
        );
        (await _client.SendAsync(HttpMethod.Patch, path, new { jobTitle = "Clerk" }, ("If-Match", "*"))).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_created_member_can_only_choose_a_password_at_first()
    {
        var body = new
        {
            fullName = "Bo Ito",
            email = "bo@create.example",
            role = "user",
            password = Person.Password,
        };
        var created = await _client.PostAsync(Members, body, ("Idempotency-Key", "one"));
        created
            .ShouldBe(HttpStatusCode.Created)
            .Header("Location")
            .ShouldBe($"/api/v1/companies/{_owner.CompanyId}/members/{created.At("userId")}");
        created.Header("ETag").ShouldNotBeNull();
        (await _client.PostAsync(Members, body, ("Idempotency-Key", "one"))).Text.ShouldBe(created.Text);
        var bo = await App.SignInAsync(body.email);

        (await App.Client(bo.Token).GetAsync("me/sessions")).ShouldRefuse(HttpStatusCode.Forbidden, "password_change_required");
        var renewed = await App.Client(bo.Token)
            .PostAsync("me/password", new { currentPassword = Person.Password, newPassword = "a horse of my own choice" });
        (await App.Client(renewed.ShouldBe(HttpStatusCode.OK).At("session.token")).GetAsync("me")).ShouldBe(HttpStatusCode.OK);
        (await _client.PostAsync(Members, body with { password = "weak", email = "weak@create.example" })).ShouldRefuse(
            HttpStatusCode.UnprocessableEntity,
            "password_too_weak"
        );
    }

    [Fact]
    public async Task Who_has_an_account_is_to_be_invited()
    {
        var other = await App.SignUpAsync(company: "Another Firm");
        var refused = await _client.PostAsync(
            Members,
            new
            {
                fullName = "Bo",
                email = other.Email,
                role = "user",
                password = Person.Password,
            }
        );

        refused.ShouldRefuse(HttpStatusCode.Conflict, "email_in_use").At("detail").ShouldContain("Send an invitation");
    }

    [Fact]
    public async Task A_member_who_is_deactivated_is_told_so_on_the_next_request()
    {
        var bo = await App.JoinAsync(_owner, "admin");
        (await _client.PostAsync($"{Members}/{bo.UserId}/deactivate")).ShouldBe(HttpStatusCode.NoContent);

        (await App.Client(bo.Token).GetAsync("session"))
            .ShouldRefuse(HttpStatusCode.Unauthorized, "session_ended")
            .At("reason")
            .ShouldBe("deactivated");
        (await _client.PostAsync($"{Members}/{_owner.UserId}/deactivate")).ShouldRefuse(HttpStatusCode.Conflict, "last_super_admin");
        (await _client.PatchAsync($"{Members}/{_owner.UserId}", new { role = "user" })).ShouldRefuse(HttpStatusCode.Conflict, "own_role");
    }

    [Fact]
    public async Task Ownership_is_handed_over()
    {
        var bo = await App.JoinAsync(_owner);
        (await _client.PostAsync("companies/current/ownership", new { userId = bo.UserId })).ShouldBe(HttpStatusCode.NoContent);

        (await App.Client(bo.Token).GetAsync("session")).At("role").ShouldBe("super_admin");
        (await _client.GetAsync("session")).At("role").ShouldBe("admin");
        (await _client.PostAsync($"me/companies/{_owner.CompanyId}/leave")).ShouldBe(HttpStatusCode.NoContent);
        (await _client.GetAsync("session")).ShouldRefuse(HttpStatusCode.Unauthorized, "session_ended").At("reason").ShouldBe("removed");
    }

    private async Task<string> CreateAsync(string fullName, string email, string role = "user") => (
            await _client.PostAsync(
                Members,
                new
                {
                    fullName,
                    email,
                    role,
                    password = Person.Password,
                }
            )
        ).ShouldBe(HttpStatusCode.Created).At("userId");

    private static List<string> Names(ApiAnswer list) =>
        [.. list.ShouldBe(HttpStatusCode.OK).Json["items"]!.AsArray().Select(item => item!["fullName"]!.GetValue<string>())];
}

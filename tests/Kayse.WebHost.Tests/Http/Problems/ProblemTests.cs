using System.Net;
using System.Reflection;
using System.Text;
using Kayse.Grains.Errors;
using Kayse.Grains.Users;
using Kayse.WebHost.Http.Problems;
using Kayse.WebHost.Tests.Testing;

namespace Kayse.WebHost.Tests.Http.Problems;

/// <summary>Bad requests are told what is wrong with them, in the one form; none is a 500.</summary>
public sealed class ProblemTests(SharedApp shared) : AppTests(shared)
{
    private Person _owner = null!;

    public override async Task InitializeAsync() => _owner = await App.SignUpAsync();

    public static TheoryData<string, string, string[]> BadBodies =>
        new()
        {
            { "auth/sign-in", "{}", ["email", "password"] },
            { "auth/sign-in", """{"email": "a@b.example"}""", ["password"] },
            { "auth/sign-in", """{"email": null, "password": "x"}""", ["email"] },
            { "auth/sign-in", """{"email": 7, "password": "x"}""", ["email"] },
            { "auth/sign-in", """{"email": "a@b.example", "password": "x", "rememberMe": "yes"}""", ["rememberMe"] },
            { "auth/sign-in", """{"email": {"a": 1}, "password": "x"}""", ["email"] },
            { "auth/sign-in", """{"email": "\ud800", "password": "\udc00"}""", ["email", "password"] },
            { "companies", "{}", ["companyName", "fullName", "email", "password"] },
            { "companies/current/invitations", "{}", ["fullName", "email", "role"] },
            { "companies/current/invitations", """{"fullName": "B", "email": "b@c.example", "role": "owner"}""", ["role"] },
            { "companies/current/invitations", """{"fullName": "B", "email": "b@c.example", "role": 1}""", ["role"] },
            {
                "companies/current/invitations",
                """{"fullName": "B", "email": "b@c.example", "role": "user", "scopeIds": "x"}""",
                ["scopeIds"]
            },
            {
                "companies/current/invitations",
                """{"fullName": "B", "email": "b@c.example", "role": "user", "permissions": [1]}""",
                ["permissions[0]"]
            },
            {
                "companies/current/invitations",
                """{"fullName": "B", "email": "b@c.example", "role": "user", "permissions": ["fly"]}""",
                ["permissions"]
            },
            { "companies/current/invitations", """{"fullName": "  ", "email": "b@c.example", "role": "user"}""", ["fullName"] },
            {
                "companies/current/invitations",
                """{"fullName": "B", "email": "b@c.example", "role": "user", "permissions": [null]}""",
                ["permissions"]
            },
            {
                "companies/current/invitations",
                """{"fullName": 1, "email": [], "role": "owner", "agentIds": ["a", 2, null], "scopeIds": {}}""",
                ["fullName", "email", "role", "agentIds[1]", "scopeIds"]
            },
            {
                "me/api-keys",
                """{"name": "Key", "permissions": ["read", "fly"], "expiresAt": "2027-02-30T00:00:00Z"}""",
                ["permissions[1]", "expiresAt"]
            },
            { "me/api-keys", """{"permissions": ["read"], "expiresAt": "soon"}""", ["name", "expiresAt"] },
            { "me/api-keys", """{"name": "Key", "permissions": ["read"], "expiresAt": 7}""", ["expiresAt"] },
            { "invitations/lookup", "{}", ["token"] },
            { "invitations/accept", """{"password": "x"}""", ["token"] },
        };

    [Theory]
    [MemberData(nameof(BadBodies))]
    public async Task A_bad_body_names_its_fields(string path, string body, string[] fields)
    {
        var answer = await App.Client(_owner.Token).PostAsync(path, body);

        answer.ShouldRefuse(HttpStatusCode.BadRequest, "validation_failed");
        answer.Json["errors"].ShouldNotBeNull(answer.Text).AsObject().Select(error => error.Key).ShouldBe(fields, ignoreOrder: true);
    }

    [Fact]
    public async Task A_date_that_does_not_exist_is_said_to_be_that()
    {
        var answer = await App.Client(_owner.Token)
            .PostAsync(
                "me/api-keys",
                new
                {
                    name = "Key",
                    permissions = new[] { "read" },
                    expiresAt = "2027-02-30T00:00:00Z",
                }
            );

        answer.Json["errors"]!["expiresAt"]![0]!
            .GetValue<string>()
            .ShouldBe("This must be a date and time that exists, such as 2026-01-05T09:00:00Z.");
    }

    [Fact]
    public async Task A_time_without_an_offset_is_in_UTC()
    {
        var answer = await App.Client(_owner.Token)
            .PostAsync(
                "me/api-keys",
                new
                {
                    name = "Key",
                    permissions = new[] { "read" },
                    expiresAt = "2027-02-03T10:00:00",
                }
            );

        answer.ShouldBe(HttpStatusCode.Created).At("expiresAt").ShouldBe("2027-02-03T10:00:00Z");
    }

    [Theory]
    [InlineData("application/json; charset=\"utf-8\"")]
    [InlineData("application/json;charset=UTF-8")]
    [InlineData("application/merge-patch+json")]
    public async Task JSON_in_UTF_8_may_be_called_so_in_several_ways(string type)
    {
        using var content = new ByteArrayContent(
            Encoding.UTF8.GetBytes($$"""{"email": "{{_owner.Email}}", "password": "{{Person.Password}}"}""")
        );
        content.Headers.TryAddWithoutValidation("Content-Type", type).ShouldBeTrue();
        (await App.Client().SendRawAsync(HttpMethod.Post, "auth/sign-in", content)).ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("auth/sign-in", "application/json", "gzip")]
    [InlineData("auth/sign-in", "application/json", "identity, br")]
    [InlineData("authorize", "application/json", "gzip")]
    [InlineData("companies/current/invitations/bulk", "text/csv", "deflate")]
    public async Task A_compressed_body_is_refused_and_told_so(string path, string type, string encoding)
    {
        using var content = new ByteArrayContent([0x1F, 0x8B, 8, 0]);
        content.Headers.TryAddWithoutValidation("Content-Type", type).ShouldBeTrue();
        content.Headers.TryAddWithoutValidation("Content-Encoding", encoding).ShouldBeTrue();

        var answer = await App.Client(_owner.Token).SendRawAsync(HttpMethod.Post, path, content);

        answer.ShouldRefuse(HttpStatusCode.UnsupportedMediaType, "unsupported_media_type").Header("Accept-Encoding").ShouldBe("identity");
    }

    [Theory]
    [InlineData("POST", "auth/sign-in", "application/json")]
    [InlineData("POST", "companies/current/invitations/bulk", "text/csv")]
    [InlineData("PUT", "me/photo", "image/png")]
    public async Task What_is_taken_instead_is_said(string method, string path, string accepted)
    {
        using var content = new StringContent("{}");
        content.Headers.ContentType = new("application/x-nonsense");
        var answer = await App.Client(_owner.Token).SendRawAsync(new HttpMethod(method), path, content);

        answer.ShouldRefuse(HttpStatusCode.UnsupportedMediaType, "unsupported_media_type").At("detail").ShouldContain(accepted);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"text\"")]
    [InlineData("{\"email\": \"a@b.example\", \"email\": \"c@d.example\", \"password\": \"x\"}")]
    [InlineData("{\"email\": \"a@b.example\" \"password\": \"x\"}")]
    [InlineData("{\"\\ud800\": 1, \"email\": \"a@b.example\"")]
    public async Task What_is_no_JSON_object_is_refused(string body) =>
        (await App.Client().PostAsync("auth/sign-in", body)).ShouldRefuse(HttpStatusCode.BadRequest, "validation_failed");

    [Fact]
    public async Task Unknown_members_are_ignored() =>
        (
            await App.Client()
                .PostAsync(
                    "auth/sign-in",
                    new
                    {
                        email = _owner.Email,
                        password = Person.Password,
                        nonsense = new { a = 1 },
                    }
                )
        ).ShouldBe(HttpStatusCode.OK);

    [Fact]
    public async Task A_byte_order_mark_is_ignored()
    {
        using var content = new ByteArrayContent([
            0xEF,
            0xBB,
            0xBF,
            .. Encoding.UTF8.GetBytes($$"""{"email": "{{_owner.Email}}", "password": "{{Person.Password}}"}"""),
        ]);
        content.Headers.ContentType = new("application/json");
        (await App.Client().SendRawAsync(HttpMethod.Post, "auth/sign-in", content)).ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/json; charset=utf-16")]
    public async Task Another_media_type_is_refused(string type)
    {
        using var content = new StringContent("{}");
        content.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse(type);
        (await App.Client().SendRawAsync(HttpMethod.Post, "auth/sign-in", content)).ShouldRefuse(
            HttpStatusCode.UnsupportedMediaType,
            "unsupported_media_type"
        );
    }

    [Fact]
    public async Task A_body_without_a_type_is_refused()
    {
        using var content = new ByteArrayContent("{}"u8.ToArray());
        (await App.Client().SendRawAsync(HttpMethod.Post, "auth/sign-in", content)).ShouldRefuse(
            HttpStatusCode.UnsupportedMediaType,
            "unsupported_media_type"
        );
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_over_1_MiB_is_refused(bool chunked)
    {
        var body = $$"""{"email": "a@b.example", "password": "{{new string('x', 1024 * 1024)}}"}""";
        using HttpContent content = chunked ? new StreamContent(new Unseekable(Encoding.UTF8.GetBytes(body))) : new StringContent(body);
        content.Headers.ContentType = new("application/json");
        (await App.Client().SendRawAsync(HttpMethod.Post, "auth/sign-in", content)).ShouldRefuse(
            HttpStatusCode.RequestEntityTooLarge,
            "payload_too_large"
        );
    }

    [Theory]
    [InlineData("GET", "/api/v1/nothing", HttpStatusCode.NotFound, "not_found")]
    [InlineData("GET", "/api", HttpStatusCode.NotFound, "not_found")]
    [InlineData("DELETE", "/api/v1/session", HttpStatusCode.MethodNotAllowed, "method_not_allowed")]
    [InlineData("GET", "/api/v1/companies", HttpStatusCode.MethodNotAllowed, "method_not_allowed")]
    public async Task Unknown_routes_and_methods_are_problems(string method, string path, HttpStatusCode status, string code) =>
        (await App.Client().SendAsync(new HttpMethod(method), path, null)).ShouldRefuse(status, code);

    [Theory]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=201", "limit")]
    [InlineData("limit=-1", "limit")]
    [InlineData("limit=ten", "limit")]
    [InlineData("limit=", "limit")]
    [InlineData("limit=99999999999999999999", "limit")]
    [InlineData("cursor=", "cursor")]
    [InlineData("status=open", "status")]
    [InlineData("status=Pending", "status")]
    public async Task A_bad_query_names_its_parameter(string query, string field)
    {
        var answer = await App.Client(_owner.Token).GetAsync($"companies/current/invitations?{query}");

        answer.ShouldRefuse(HttpStatusCode.BadRequest, "validation_failed");
        answer.Json["errors"]!.AsObject().ShouldHaveSingleItem().Key.ShouldBe(field);
    }

    [Theory]
    [InlineData("companies/nonsense")]
    [InlineData("companies/000000000000000000000000")]
    [InlineData("companies/..%2F..%2Fetc")]
    [InlineData("companies/current/invitations/nonsense")]
    [InlineData("companies/current/invitations/000000000000000000000000")]
    public async Task What_is_no_id_of_ours_is_not_found(string path) =>
        (await App.Client(_owner.Token).GetAsync(path)).ShouldRefuse(HttpStatusCode.NotFound, "not_found");

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("000000000000000000000000.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task What_is_no_token_of_ours_is_not_found(string token) =>
        (await App.Client().PostAsync("invitations/lookup", new { token })).ShouldRefuse(HttpStatusCode.NotFound, "not_found");

    [Fact]
    public void Every_refusal_of_the_grains_has_a_status()
    {
        var refusals = typeof(Refusal)
            .Assembly.GetTypes()
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public))
            .Where(field => field.FieldType == typeof(Refusal))
            .Select(field => (Refusal)field.GetValue(null)!)
            .ToList();

        refusals.ShouldNotBeEmpty();
        // Never meant for clients: its callers turn it into something that gives nothing away.
        refusals.Where(refusal => ProblemTable.Find(refusal.Code) is null).ShouldBe([UserErrors.EmailTaken]);
    }

    // A stream whose length nobody knows is sent in chunks.
    private sealed class Unseekable(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}

using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Kayse.WebHost.Tests.Testing;

namespace Kayse.WebHost.Tests.Scim;

/// <summary>SCIM's conventions over HTTP (RFC 7644).</summary>
[Collection(ScimCollection.Name)]
public sealed class ScimProtocolTests(SharedApp shared) : IAsyncLifetime
{
    private const string Rename = """{"Operations":[{"op":"replace","path":"displayName","value":"New name"}]}""";
    private ScimCompany _company = null!;

    public async Task InitializeAsync() => _company = await ScimCompany.FoundAsync(shared.App);

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData("application/scim+json")]
    [InlineData("application/json")]
    [InlineData("application/scim+json; charset=\"utf-8\"")]
    public async Task Both_media_types_are_read(string type) =>
        (await PostAsync(Encoding.UTF8.GetBytes($$"""{"userName":"ben@{{_company.Domain}}"}"""), type)).ShouldBe(HttpStatusCode.Created);

    [Theory]
    [InlineData(null, "application/scim+json")]
    [InlineData("*/*", "application/scim+json")]
    [InlineData("application/scim+json, application/json", "application/scim+json")]
    [InlineData("application/json", "application/json")]
    public async Task The_answer_has_the_media_type_that_is_wanted(string? accept, string expected)
    {
        (string, string)[] headers = accept is null ? [] : [("Accept", accept)];
        (await _company.SendAsync("GET", "/Users", null, headers)).Header("Content-Type").ShouldBe(expected);
    }

    [Fact]
    public async Task What_is_no_JSON_in_UTF_8_is_refused()
    {
        ShouldRefuse(
            await PostAsync("userName=ben"u8.ToArray(), "application/x-www-form-urlencoded"),
            HttpStatusCode.UnsupportedMediaType
        );
        ShouldRefuse(await PostAsync("{}"u8.ToArray(), type: null), HttpStatusCode.UnsupportedMediaType);
        ShouldRefuse(await PostAsync("{}"u8.ToArray(), "application/json", "gzip"), HttpStatusCode.UnsupportedMediaType);
        var large = new byte[(1024 * 1024) + 1];
        Array.Fill(large, (byte)' ');
        ShouldRefuse(await PostAsync(large, "application/scim+json"), HttpStatusCode.RequestEntityTooLarge);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"text\"")]
    [InlineData("""{"userName":"a","userName":"b"}""")]
    public async Task What_is_no_object_is_invalid_syntax(string body)
    {
        ShouldRefuse(await _company.SendAsync("POST", "/Users", body), HttpStatusCode.BadRequest, "invalidSyntax");
        ShouldRefuse(await _company.SendAsync("POST", "/Groups", body), HttpStatusCode.BadRequest, "invalidSyntax");
        ShouldRefuse(
            await _company.SendAsync("PATCH", $"/Users/{_company.Owner.UserId}", body),
            HttpStatusCode.BadRequest,
            "invalidSyntax"
        );
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"Operations":null}""")]
    [InlineData("""{"Operations":[]}""")]
    [InlineData("""{"Operations":[null]}""")]
    [InlineData("""{"Operations":[{}]}""")]
    [InlineData("""{"Operations":[{"op":"move","path":"title","value":"x"}]}""")]
    [InlineData("""{"Operations":[{"op":"1","path":"title","value":"x"}]}""")]
    public async Task A_patch_without_operations_is_invalid_syntax(string body) =>
        ShouldRefuse(
            await _company.SendAsync("PATCH", $"/Users/{_company.Owner.UserId}", body),
            HttpStatusCode.BadRequest,
            "invalidSyntax"
        );

    [Theory]
    [InlineData("""{"userName":5}""")]
    [InlineData("""{"userName":"ben","emails":"ben@x.example"}""")]
    [InlineData("""{"userName":"ben","emails":[{"value":{}}]}""")]
    [InlineData("""{"userName":"ben","active":"perhaps"}""")]
    [InlineData("""{"userName":"ben","name":[]}""")]
    [InlineData("""{"userName":" "}""")]
    [InlineData("""{"userName":"ben@x.example","USERNAME":"cleo@x.example"}""")]
    [InlineData("""{"displayName":"Ben"}""")]
    [InlineData("""{"userName":"not an address"}""")]
    public async Task A_value_of_another_type_is_an_invalid_value(string body) =>
        ShouldRefuse(await _company.SendAsync("POST", "/Users", body), HttpStatusCode.BadRequest, "invalidValue");

    [Theory]
    [InlineData("filter=userName%20is%20%22x%22", "invalidFilter")]
    [InlineData("filter=userName%20eq%20%22x", "invalidFilter")]
    [InlineData("startIndex=first", "invalidValue")]
    [InlineData("count=many", "invalidValue")]
    public async Task A_query_that_can_not_be_read_is_refused(string query, string scimType) =>
        ShouldRefuse(await _company.SendAsync("GET", $"/Users?{query}"), HttpStatusCode.BadRequest, scimType);

    [Theory]
    [InlineData("GET", "/Users/nobody")]
    [InlineData("GET", "/Users/06h22468v618exce1d7fqma4")]
    [InlineData("DELETE", "/Groups/06h22468v618exce1d7fqma4")]
    [InlineData("GET", "/Schemas/urn:none")]
    [InlineData("GET", "/Elsewhere")]
    [InlineData("GET", "/Users/a/b")]
    public async Task What_is_not_there_is_404(string method, string path) =>
        ShouldRefuse(await _company.SendAsync(method, path), HttpStatusCode.NotFound);

    [Fact]
    public async Task A_method_that_is_not_supported_is_405() =>
        ShouldRefuse(await _company.SendAsync("DELETE", "/Users"), HttpStatusCode.MethodNotAllowed).Header("Allow").ShouldBe("GET, POST");

    [Fact]
    public async Task Pages_hold_up_to_200_in_a_stable_order()
    {
        var ids = new List<string> { _company.Owner.UserId };
        for (var i = 0; i < 4; i++)
            ids.Add(await _company.AddAsync($"p{i}"));
        ids.Sort(StringComparer.Ordinal);

        IdsOn(await _company.SendAsync("GET", "/Users?startIndex=2&count=2")).ShouldBe(ids[1..3]);
        IdsOn(await _company.SendAsync("GET", "/Users?startIndex=-3&count=1000")).ShouldBe(ids);
        IdsOn(await _company.SendAsync("GET", "/Users?startIndex=6")).ShouldBeEmpty();
        var none = await _company.SendAsync("GET", "/Users?count=0");
        IdsOn(none).ShouldBeEmpty();
        (none.Json["totalResults"]!.GetValue<int>(), none.Json["itemsPerPage"]!.GetValue<int>()).ShouldBe((5, 0));
        IdsOn(await _company.SendAsync("GET", "/Users?count=-1")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_change_that_is_meant_for_another_version_is_412()
    {
        var path = $"/Users/{await _company.AddAsync("ben")}";
        var tag = (await _company.SendAsync("GET", path)).Header("ETag")!;
        tag.ShouldStartWith("W/\"");
        (await _company.SendAsync("GET", path)).At("meta.version").ShouldBe(tag);

        (await _company.SendAsync("GET", path, null, ("If-None-Match", tag))).ShouldBe(HttpStatusCode.NotModified).Text.ShouldBeEmpty();
        var changed = (await _company.SendAsync("PATCH", path, Rename, ("If-Match", tag))).ShouldBe(HttpStatusCode.OK);
        changed.Header("ETag").ShouldNotBe(tag);
        ShouldRefuse(await _company.SendAsync("PATCH", path, Rename, ("If-Match", tag)), HttpStatusCode.PreconditionFailed);
        ShouldRefuse(await _company.SendAsync("DELETE", path, null, ("If-Match", "\"other\"")), HttpStatusCode.PreconditionFailed);
        (await _company.SendAsync("GET", path, null, ("If-None-Match", tag))).ShouldBe(HttpStatusCode.OK);
        (await _company.SendAsync("PATCH", path, Rename, ("If-Match", "*"))).ShouldBe(HttpStatusCode.OK);
        (await _company.SendAsync("DELETE", path, null, ("If-Match", changed.Header("ETag")!))).ShouldBe(HttpStatusCode.NoContent);
    }

    [Theory]
    [InlineData("attributes=userName", "schemas,id,userName")]
    [InlineData("attributes=USERNAME,%20emails.value", "schemas,id,userName,emails")]
    [InlineData("attributes=urn:ietf:params:scim:schemas:core:2.0:User:displayName", "schemas,id,displayName")]
    [InlineData("excludedAttributes=meta,groups,id,emails,phoneNumbers", "schemas,id,userName,externalId,displayName,active")]
    public async Task Only_the_attributes_are_shown_that_are_wanted(string query, string expected)
    {
        var body = new
        {
            userName = $"ben@{_company.Domain}",
            externalId = "e",
            displayName = "Ben",
            emails = new[] { new { value = $"ben@{_company.Domain}", type = "work" } },
        };
        var id = (await _company.SendAsync("POST", "/Users", body)).ShouldBe(HttpStatusCode.Created).At("id");

        var shown = (await _company.SendAsync("GET", $"/Users/{id}?{query}")).ShouldBe(HttpStatusCode.OK).Json;

        shown.Select(entry => entry.Key).ShouldBe(expected.Split(','), ignoreOrder: true);
        if (query.Contains("emails.value", StringComparison.Ordinal))
            shown["emails"]![0]!.AsObject().Select(entry => entry.Key).ShouldBe(["value"]);
    }

    [Fact]
    public async Task What_is_new_has_an_address()
    {
        var created = await _company.SendAsync("POST", "/Users", new { userName = $"ben@{_company.Domain}" });
        created.Header("Location").ShouldBe($"http://localhost:5080/scim/v2/Users/{created.At("id")}");
        created.At("meta.location").ShouldBe(created.Header("Location"));
        created.At("meta.resourceType").ShouldBe("User");
        created.Header("Cache-Control").ShouldBe("no-store");
    }

    [Fact]
    public async Task Two_with_the_same_name_are_refused()
    {
        await _company.AddAsync("ben");
        var other = await _company.AddAsync("cleo");
        var patch = $$"""{"Operations":[{"op":"replace","path":"userName","value":"BEN@{{_company.Domain}}"}]}""";
        ShouldRefuse(await _company.SendAsync("PATCH", $"/Users/{other}", patch), HttpStatusCode.Conflict, "uniqueness");
    }

    [Fact]
    public async Task Whoever_is_deactivated_is_signed_out_on_the_next_request()
    {
        var ben = await shared.App.JoinAsync(_company.Owner);
        var off = """{"Operations":[{"op":"Replace","path":"active","value":"False"}]}""";
        (await _company.SendAsync("PATCH", $"/Users/{ben.UserId}", off)).ShouldBe(HttpStatusCode.OK);

        (await shared.App.Client(ben.Token).GetAsync("session")).ShouldRefuse(HttpStatusCode.Unauthorized, "session_ended");
    }

    [Fact]
    public async Task The_schemas_name_what_is_kept()
    {
        var schemas = (await _company.SendAsync("GET", "/Schemas")).Json;
        schemas["totalResults"]!.GetValue<int>().ShouldBe(2);
        var user = (await _company.SendAsync("GET", "/Schemas/urn:ietf:params:scim:schemas:core:2.0:User"))
            .ShouldBe(HttpStatusCode.OK)
            .Json;
        var active = user["attributes"]!.AsArray().Single(attribute => (string)attribute!["name"]! == "active")!;
        ((string)active["type"]!, (bool)active["multiValued"]!, (string)active["mutability"]!).ShouldBe(("boolean", false, "readWrite"));
        var types = (await _company.SendAsync("GET", "/ResourceTypes")).Json["Resources"]!.AsArray();
        types.Select(type => (string)type!["endpoint"]!).ShouldBe(["/Users", "/Groups"]);
        (await _company.SendAsync("GET", "/ResourceTypes/User")).At("schema").ShouldBe("urn:ietf:params:scim:schemas:core:2.0:User");
        ShouldRefuse(await _company.SendAsync("GET", "/Schemas?filter=id%20pr"), HttpStatusCode.Forbidden);
    }

    private static ApiAnswer ShouldRefuse(ApiAnswer answer, HttpStatusCode status, string? scimType = null) =>
        ScimAccessTests.ShouldRefuse(answer, status, scimType);

    private static IEnumerable<string> IdsOn(ApiAnswer answer) =>
        answer.ShouldBe(HttpStatusCode.OK).Json["Resources"]!.AsArray().Select(resource => (string)resource!["id"]!);

    private async Task<ApiAnswer> PostAsync(byte[] body, string? type, string? encoding = null)
    {
        var content = new ByteArrayContent(body);
        if (type is not null)
            content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        if (encoding is not null)
            content.Headers.ContentEncoding.Add(encoding);
        return await shared.App.Client(_company.Token).SendRawAsync(HttpMethod.Post, "/scim/v2/Users", content);
    }
}

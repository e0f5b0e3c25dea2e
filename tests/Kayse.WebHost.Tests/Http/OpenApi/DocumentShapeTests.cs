using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace Kayse.WebHost.Tests.Http.OpenApi;

/// <summary>The OpenAPI document is small, and generators of clients make plain types of it.</summary>
public sealed class DocumentShapeTests(DocumentScene scene) : IClassFixture<DocumentScene>
{
    private const int MaxBytes = 650_000;
    private const string Path = "/openapi/v1.json";
    private static readonly string[] _examples = ["example", "examples", "default", "enum"];

    [Fact]
    public void It_is_OpenAPI_3_1_and_small()
    {
        scene.Document["openapi"]!.GetValue<string>().ShouldStartWith("3.1");
        Encoding.UTF8.GetByteCount(scene.Text).ShouldBeLessThan(MaxBytes);
    }

    [Fact]
    public void Problems_are_one_schema_and_shared_responses()
    {
        foreach (var (name, operation) in scene.Operations)
        {
            foreach (var (status, response) in operation["responses"]!.AsObject().Where(response => response.Key[0] is '4' or '5'))
                response!["$ref"].ShouldNotBeNull($"{status} of {name}").GetValue<string>().ShouldStartWith("#/components/responses/");
        }

        foreach (var (name, response) in scene.Document["components"]!["responses"]!.AsObject())
            response!["content"]!["application/problem+json"]!["schema"]!["$ref"]!
                .GetValue<string>()
                .ShouldBe("#/components/schemas/Problem", name);
        // What nothing else has is there once.
        scene.Objects.Count(item => item.Value["traceId"] is JsonObject && item.Value["detail"] is JsonObject).ShouldBe(1);
    }

    [Fact]
    public void Members_of_problems_that_may_be_absent_are_optional() =>
        scene.Document["components"]!["schemas"]!["Problem"]!["required"]!
            .AsArray()
            .Select(name => name!.GetValue<string>())
            .ShouldBe(["type", "title", "status", "detail", "code", "traceId"]);

    [Fact]
    public void Every_schema_has_one_type_besides_null()
    {
        foreach (var (path, schema) in Schemas())
        {
            var types = schema["type"] switch
            {
                JsonArray several => several.Select(type => type!.GetValue<string>()).Where(type => type != "null").ToList(),
                JsonValue one => [one.GetValue<string>()],
                _ => [],
            };
            if (schema["$ref"] is null && schema["oneOf"] is null && schema["anyOf"] is null)
                types.Count.ShouldBe(1, $"{path}: {schema.ToJsonString()}");
            if (types.Contains("integer"))
                schema["pattern"].ShouldBeNull(path);
            schema["nullable"].ShouldBeNull(path);
        }
    }

    [Fact]
    public void Times_are_texts_in_the_format_date_time()
    {
        foreach (
            var (path, schema) in Schemas()
                .Where(schema =>
                    schema.Path.EndsWith("At", StringComparison.Ordinal)
                    && schema.Path.Contains("/properties/", StringComparison.Ordinal)
                    && schema.Value["type"]?.ToJsonString().Contains("integer", StringComparison.Ordinal) != true
                )
        )
            schema["format"].ShouldNotBeNull(path).GetValue<string>().ShouldBe("date-time", path);
        Schemas().Count(schema => schema.Value["format"]?.GetValue<string>() == "date-time").ShouldBeGreaterThan(20);
    }

    [Fact]
    public void Names_of_schemas_are_plain_words()
    {
        foreach (var (name, _) in scene.Document["components"]!["schemas"]!.AsObject())
        {
            name.All(char.IsAsciiLetterOrDigit).ShouldBeTrue(name);
            // Followed by the name of another type, and not as in Offboarding.
            name.ShouldNotMatch("Of[A-Z]");
            foreach (var word in new[] { "IReadOnly", "Dictionary", "Nullable", "Optional", "Int32", "Int64", "DateTime" })
                name.ShouldNotContain(word, Case.Sensitive);
        }
    }

    [Fact]
    public void Every_schema_is_used() =>
        scene.Document["components"]!["schemas"]!
            .AsObject()
            .Select(schema => schema.Key)
            .Where(name => !scene.Text.Contains($"#/components/schemas/{name}\"", StringComparison.Ordinal))
            .ShouldBeEmpty();

    [Fact]
    public void Query_parameters_are_in_camelCase_and_typed()
    {
        var parameters = scene
            .Operations.SelectMany(operation =>
                (operation.Value["parameters"]?.AsArray() ?? []).Select(parameter => (operation.Name, Value: parameter!))
            )
            .Where(parameter => parameter.Value["in"]!.GetValue<string>() == "query")
            .ToList();

        parameters.ShouldNotBeEmpty();
        foreach (var (operation, parameter) in parameters)
        {
            char.IsAsciiLetterLower(parameter["name"]!.GetValue<string>()[0]).ShouldBeTrue($"{operation}: {parameter}");
            parameter["description"].ShouldNotBeNull($"{operation}: {parameter}");
        }

        foreach (var (_, limit) in parameters.Where(parameter => parameter.Value["name"]!.GetValue<string>() == "limit"))
            JsonNode
                .DeepEquals(
                    limit["schema"],
                    JsonNode.Parse("""{"type":"integer","format":"int32","minimum":1,"maximum":200,"default":50}""")
                )
                .ShouldBeTrue(limit.ToJsonString());
    }

    [Fact]
    public void Every_operation_has_one_described_tag_a_summary_security_and_a_unique_id()
    {
        var tags = scene.Document["tags"]!
            .AsArray()
            .ToDictionary(tag => tag!["name"]!.GetValue<string>(), tag => tag!["description"]!.GetValue<string>());
        tags.Values.ShouldAllBe(description => description.Length > 0);
        foreach (var (name, operation) in scene.Operations)
        {
            tags.ShouldContainKey(operation["tags"]!.AsArray().ShouldHaveSingleItem()!.GetValue<string>(), name);
            operation["summary"]!.GetValue<string>().ShouldNotBeNullOrWhiteSpace(name);
            operation["security"].ShouldNotBeNull(name).AsArray().ShouldNotBeEmpty(name);
            operation["operationId"]!.GetValue<string>().ShouldMatch("^[a-z][A-Za-z]+$", name);
        }

        tags.Keys.Except(scene.Operations.Select(operation => operation.Value["tags"]![0]!.GetValue<string>())).ShouldBeEmpty();
        scene.Operations.Select(operation => operation.Value["operationId"]!.GetValue<string>()).ShouldBeUnique();
    }

    [Theory]
    [InlineData("gzip, br", "br")]
    [InlineData("gzip", "gzip")]
    [InlineData("br;q=0", null)]
    [InlineData("", null)]
    public async Task It_is_compressed_and_may_be_kept(string accepted, string? encoding)
    {
        using var http = scene.App.Http();
        http.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Encoding", accepted).ShouldBeTrue();

        using var answer = await http.GetAsync(Path);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentEncoding.ShouldBe(encoding is null ? [] : [encoding]);
        answer.Headers.Vary.ShouldBe(["Accept-Encoding"]);
        answer.Headers.CacheControl!.ToString().ShouldBe("public, max-age=300");
        answer.Content.Headers.ContentType!.ToString().ShouldBe("application/json; charset=utf-8");

        http.DefaultRequestHeaders.IfNoneMatch.Add(answer.Headers.ETag.ShouldNotBeNull());
        (await http.GetAsync(Path)).StatusCode.ShouldBe(HttpStatusCode.NotModified);
        http.DefaultRequestHeaders.Remove("If-None-Match");
        http.DefaultRequestHeaders.IfNoneMatch.ParseAdd("\"another\"");
        (await http.GetAsync(Path)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    // Every schema of the document: what examples hold isn't any.
    private IEnumerable<(string Path, JsonObject Value)> Schemas() =>
        scene.Objects.Where(item =>
        {
            var parts = item.Path.Split('/');
            return !Array.Exists(parts, part => _examples.Contains(part))
                && (
                    parts[^1] is "schema" or "items" or "additionalProperties"
                    || (parts.Length > 1 && parts[^2] is "properties" or "schemas" or "oneOf" or "anyOf")
                );
        });
}

using System.Text.Json;
using System.Text.Json.Nodes;
using Kayse.Grains.Audit;
using Kayse.WebHost.Http.Callers;
using Kayse.WebHost.Http.Json;
using Kayse.WebHost.Http.OpenApi;
using Kayse.WebHost.Scopes;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Kayse.WebHost.Tests.Http.OpenApi;

/// <summary>The OpenAPI document says all that there is, and nothing that isn't.</summary>
public sealed class OpenApiTests(DocumentScene scene) : IClassFixture<DocumentScene>
{
    private readonly JsonObject _document = scene.Document;

    [Fact]
    public void Every_route_says_who_may_call_it() =>
        Endpoints().ShouldAllBe(endpoint => endpoint.Metadata.GetMetadata<Access>() != null);

    [Fact]
    public void Every_route_is_documented()
    {
        var mapped = Endpoints()
            .Select(endpoint =>
                $"{endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Single()} {endpoint.RoutePattern.RawText!.TrimEnd('/')}"
            );

        Operations().Select(operation => operation.Name).ShouldBe(mapped, ignoreOrder: true);
        foreach (var (name, operation) in Operations())
        {
            foreach (var member in new[] { "summary", "description", "operationId", "tags" })
                operation[member].ShouldNotBeNull($"{member} of {name}");
            operation["responses"]!.AsObject().ShouldContain(response => response.Key.StartsWith('2'), name);
            operation["responses"]!["500"].ShouldNotBeNull(name);
        }
    }

    [Fact]
    public void What_needs_a_session_says_so()
    {
        foreach (
            var (name, operation) in Operations()
                .Where(operation =>
                    operation.Value["responses"]!
                        ["401"]
                        ?["description"]?.GetValue<string>()
                        .Contains("unauthenticated", StringComparison.Ordinal) == true
                )
        )
            operation["security"]!.AsArray().Count.ShouldBe(name.EndsWith("/oauth/introspect", StringComparison.Ordinal) ? 1 : 2, name);
        _document["components"]!["securitySchemes"]!.AsObject().Select(scheme => scheme.Key).ShouldBe(["bearer", "cookie", "basic"]);
    }

    [Fact]
    public void Required_members_are_marked() =>
        Schema("SignInRequest")["required"]!.AsArray().Select(name => name!.GetValue<string>()).ShouldBe(["email", "password"]);

    [Fact]
    public void Members_of_a_patch_have_their_types()
    {
        var patch = Schema("UpdateInvitationRequest");

        patch["required"].ShouldBeNull();
        _document.ToJsonString().ShouldContain("super_admin");
        patch["properties"]!.AsObject().Select(property => property.Key).ShouldContain("jobTitle");
    }

    [Fact]
    public void Schemas_are_described() =>
        Schema("SignInRequest")["properties"]!["email"]!["description"]!.GetValue<string>().ShouldNotBeNullOrWhiteSpace();

    [Fact]
    public void The_audit_log_is_json_or_csv_and_says_what_it_is_filtered_by()
    {
        var operation = Operations().Single(operation => operation.Name == "GET /api/v1/companies/{company}/audit-log").Value;
        operation["responses"]!["200"]!["content"]!
            .AsObject()
            .Select(content => content.Key)
            .ShouldBe(["application/json", "text/csv"], ignoreOrder: true);
        foreach (var parameter in operation["parameters"]!.AsArray())
            parameter!["description"].ShouldNotBeNull(parameter.ToJsonString()).GetValue<string>().ShouldNotBeNullOrWhiteSpace();
    }

    [Fact]
    public void Every_operation_has_an_id_of_its_own()
    {
        var ids = Operations().Select(operation => operation.Value["operationId"]!.GetValue<string>()).ToList();
        ids.Distinct(StringComparer.Ordinal).Count().ShouldBe(ids.Count);
    }

    [Fact]
    public void The_event_feed_names_its_types()
    {
        var feed = Operations().Single(operation => operation.Name == "GET /api/v1/companies/{company}/events-feed").Value;
        foreach (var type in EventTypes.All)
            feed["description"]!.GetValue<string>().ShouldContain($"`{type}`");
    }

    [Fact]
    public void Examples_are_true()
    {
        Examples.Types.ShouldNotBeEmpty();
        foreach (var name in Examples.Types)
        {
            var type = typeof(Program).Assembly.GetTypes().Single(type => type.Name == name);
            var example = Examples.Find(type).ShouldNotBeNull(name);
            if (name.EndsWith("Response", StringComparison.Ordinal))
                ShouldRoundTrip(example, type);
            else
                JsonSerializer.Deserialize(example, type, JsonFormat.Requests).ShouldNotBeNull(name);
        }
    }

    [Fact]
    public void Examples_are_shown()
    {
        var scope = Examples.Find(typeof(ScopeResponse));
        JsonNode.DeepEquals(ExampleOf(Response("GET /api/v1/companies/{company}/scopes/{id}")), scope).ShouldBeTrue();
        JsonNode.DeepEquals(ExampleOf(Response("GET /api/v1/companies/{company}/scopes"))["items"]![0], scope).ShouldBeTrue();
        ExampleOf(Operations().Single(operation => operation.Name == "POST /api/v1/companies").Value["requestBody"]!).ShouldNotBeNull();
    }

    private static void ShouldRoundTrip(JsonNode example, Type type) =>
        JsonNode
            .DeepEquals(
                JsonSerializer.SerializeToNode(
                    JsonSerializer.Deserialize(example, type, JsonFormat.Responses),
                    type,
                    JsonFormat.Responses
                ),
                example
            )
            .ShouldBeTrue($"{type.Name}: {example}");

    private JsonNode Response(string name) =>
        Operations().Single(operation => operation.Name == name).Value["responses"]!
            .AsObject()
            .First(response => response.Key[0] == '2')
            .Value!;

    private static JsonNode ExampleOf(JsonNode holder) =>
        holder["content"]!["application/json"]!["example"].ShouldNotBeNull(holder.ToJsonString());

    private JsonObject Schema(string name) => _document["components"]!["schemas"]![name].ShouldNotBeNull(name).AsObject();

    private IEnumerable<(string Name, JsonNode Value)> Operations() => scene.Operations;

    private IEnumerable<RouteEndpoint> Endpoints() =>
        scene
            .App.Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith("/api/", StringComparison.Ordinal));
}

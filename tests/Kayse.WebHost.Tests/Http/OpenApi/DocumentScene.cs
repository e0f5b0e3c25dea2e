using System.Net;
using System.Text.Json.Nodes;
using Kayse.WebHost.Tests.Testing;

namespace Kayse.WebHost.Tests.Http.OpenApi;

/// <summary>The OpenAPI document as it is served.</summary>
public sealed class DocumentScene : IAsyncLifetime
{
    public KayseApp App { get; } = new();

    public string Text { get; private set; } = "";

    public JsonObject Document { get; private set; } = [];

    /// <summary>Its operations, by method and path.</summary>
    public IEnumerable<(string Name, JsonNode Value)> Operations =>
        Document["paths"]!
            .AsObject()
            .SelectMany(path =>
                path.Value!.AsObject().Select(operation => ($"{operation.Key.ToUpperInvariant()} {path.Key}", operation.Value!))
            );

    /// <summary>Every object in it, with where it is.</summary>
    public IEnumerable<(string Path, JsonObject Value)> Objects => ObjectsIn(Document, "#");

    public async Task InitializeAsync()
    {
        var answer = (await App.Client().GetAsync("/openapi/v1.json")).ShouldBe(HttpStatusCode.OK);
        (Text, Document) = (answer.Text, answer.Json);
    }

    public async Task DisposeAsync() => await App.DisposeAsync();

    private static IEnumerable<(string Path, JsonObject Value)> ObjectsIn(JsonNode? node, string path) =>
        node switch
        {
            JsonObject members => members.SelectMany(member => ObjectsIn(member.Value, $"{path}/{member.Key}")).Prepend((path, members)),
            JsonArray items => items.SelectMany((item, i) => ObjectsIn(item, $"{path}/{i}")),
            _ => [],
        };
}

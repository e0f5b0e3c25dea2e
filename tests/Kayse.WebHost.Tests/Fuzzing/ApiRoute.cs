using System.Text.Json.Nodes;

namespace Kayse.WebHost.Tests.Fuzzing;

/// <summary>A route as the OpenAPI document describes it.</summary>
/// <param name="Method">In capitals.</param>
/// <param name="Path">With what varies in braces.</param>
/// <param name="Queries">The names of its query parameters.</param>
/// <param name="ContentType">Of the body; null when it takes none.</param>
/// <param name="Schema">Of a JSON body, with no reference left in it.</param>
internal sealed record ApiRoute(string Method, string Path, IReadOnlyList<string> Queries, string? ContentType, JsonNode? Schema)
{
    private const int MaxDepth = 8;

    public static IReadOnlyList<ApiRoute> In(JsonObject document) =>
        [
            .. document["paths"]!
                .AsObject()
                .SelectMany(path =>
                    path.Value!.AsObject().Select(operation => Of(document, path.Key, operation.Key, operation.Value!.AsObject()))
                ),
        ];

    private static ApiRoute Of(JsonObject document, string path, string method, JsonObject operation)
    {
        var queries =
            operation["parameters"]
                ?.AsArray()
                .Where(parameter => parameter!["in"]!.GetValue<string>() == "query")
                .Select(parameter => parameter!["name"]!.GetValue<string>())
            ?? [];
        var content = operation["requestBody"]?["content"]?.AsObject().FirstOrDefault();
        return new ApiRoute(
            method.ToUpperInvariant(),
            path,
            [.. queries],
            content?.Key,
            Resolved(document, content?.Value?["schema"], 0)
        );
    }

    private static JsonNode? Resolved(JsonObject document, JsonNode? node, int depth)
    {
        if (depth > MaxDepth)
            return null;
        switch (node)
        {
            case JsonObject { } reference when reference["$ref"] is { } target:
                var found = target.GetValue<string>().Split('/').Skip(1).Aggregate((JsonNode?)document, (at, name) => at?[name]);
                return Resolved(document, found, depth + 1);
            case JsonObject alternatives when (alternatives["oneOf"] ?? alternatives["anyOf"]) is JsonArray choices:
                return Resolved(document, choices.LastOrDefault(choice => choice?["type"]?.ToString() != "null"), depth + 1);
            case JsonObject members:
                return new JsonObject(
                    members.Select(member =>
                        KeyValuePair.Create(member.Key, Resolved(document, member.Value, depth + (member.Key == "properties" ? 0 : 1)))
                    )
                );
            case JsonArray items:
                return new JsonArray([.. items.Select(item => Resolved(document, item, depth + 1))]);
            default:
                return node?.DeepClone();
        }
    }
}

using System.Reflection;
using System.Text.Json.Nodes;
using Kayse.WebHost.Http.Lists;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Kayse.WebHost.Http.OpenApi;

/// <summary>
/// Examples of requests and responses: the JSON files in the slices' <c>Examples</c> folders, each named after its type.
/// A test keeps them true.
/// </summary>
internal static class Examples
{
    private const string Prefix = "Examples/";
    private const string Json = "application/json";
    private static readonly Assembly _assembly = typeof(Examples).Assembly;

    /// <summary>The names of the types that have one.</summary>
    public static IEnumerable<string> Types =>
        _assembly
            .GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(name => name[Prefix.Length..^".json".Length]);

    /// <summary>The example of a type, or of a list of it; null when there is none.</summary>
    public static JsonNode? Find(Type type)
    {
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ListResponse<>))
            return Find(type.GetGenericArguments()[0]) is { } item ? ListOf(item) : null;
        using var file = _assembly.GetManifestResourceStream($"{Prefix}{type.Name}.json");
        return file is null ? null : JsonNode.Parse(file);
    }

    /// <summary>Adds the examples of its bodies to an operation.</summary>
    public static void Apply(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        var accepts = context.Description.ActionDescriptor.EndpointMetadata.OfType<IAcceptsMetadata>().LastOrDefault();
        SetExample(operation.RequestBody?.Content, accepts?.RequestType);
        foreach (var response in context.Description.SupportedResponseTypes.Where(response => response.StatusCode / 100 == 2))
            SetExample(operation.Responses?.GetValueOrDefault($"{response.StatusCode}")?.Content, response.Type);
    }

    private static void SetExample(IDictionary<string, OpenApiMediaType>? content, Type? type)
    {
        if (type is not null && content?.TryGetValue(Json, out var media) == true && media is OpenApiMediaType json)
            json.Example = Find(type);
    }

    private static JsonObject ListOf(JsonNode item) =>
        new()
        {
            ["items"] = new JsonArray(item),
            ["nextCursor"] = null,
            ["total"] = 1,
        };
}

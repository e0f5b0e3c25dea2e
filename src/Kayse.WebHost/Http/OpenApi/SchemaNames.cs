using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Kayse.WebHost.Http.Lists;
using Microsoft.AspNetCore.OpenApi;

namespace Kayse.WebHost.Http.OpenApi;

/// <summary>What the types of requests and responses are called in the document.</summary>
internal static class SchemaNames
{
    private const string Response = "Response";

    /// <summary>The name of a type; null for one that has none and stands where it is used.</summary>
    public static string? Of(JsonTypeInfo type)
    {
        if (type.Type == typeof(JsonObject))
            return JsonValueSchema.ObjectName;
        if ((Nullable.GetUnderlyingType(type.Type) ?? type.Type) == typeof(DayOfWeek))
            return "Weekday";
        return type.Type.IsGenericType && type.Type.GetGenericTypeDefinition() == typeof(ListResponse<>)
            ? $"{WithoutResponse(type.Type.GetGenericArguments()[0].Name)}List"
            : OpenApiOptions.CreateDefaultSchemaReferenceId(type);
    }

    private static string WithoutResponse(string name) =>
        name.EndsWith(Response, StringComparison.Ordinal) ? name[..^Response.Length] : name;
}

using System.Text.Json;
using System.Text.Json.Nodes;
using Kayse.WebHost.Http.Json;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Kayse.WebHost.Http.OpenApi;

/// <summary>Schemas of types that the generator can't see through.</summary>
internal static class SchemaDetails
{
    public static async Task ApplyAsync(
        OpenApiSchema schema,
        OpenApiSchemaTransformerContext context,
        CancellationToken cancellationToken
    )
    {
        var type = context.JsonTypeInfo.Type;
        if (!type.IsGenericType || type.GetGenericTypeDefinition() != typeof(Optional<>))
            return;
        var value = type.GetGenericArguments()[0];
        Describe(schema, value);
        if (IsObject(value))
            schema.Properties = (await context.GetOrCreateSchemaAsync(value, null, cancellationToken)).Properties;
    }

    private static bool IsObject(Type type) => type.IsClass && type != typeof(string);

    private static void Describe(OpenApiSchema schema, Type type)
    {
        var value = Nullable.GetUnderlyingType(type) ?? type;
        if (value.IsEnum)
        {
            schema.Type = JsonSchemaType.String;
            schema.Enum = [.. Enum.GetNames(value).Select(name => (JsonNode)JsonNamingPolicy.SnakeCaseLower.ConvertName(name))];
            return;
        }

        if (value == typeof(string))
        {
            schema.Type = JsonSchemaType.String | JsonSchemaType.Null;
            return;
        }

        if (value == typeof(int))
        {
            schema.Type = JsonSchemaType.Integer | JsonSchemaType.Null;
            return;
        }

        if (IsObject(value) || (value.IsGenericType && value.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>)))
        {
            schema.Type = JsonSchemaType.Object | JsonSchemaType.Null;
            return;
        }

        schema.Type = JsonSchemaType.Array | JsonSchemaType.Null;
        schema.Items = new OpenApiSchema { Type = JsonSchemaType.String };
    }
}

using System.Text.Json.Serialization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Kayse.WebHost.Http.OpenApi;

/// <summary>Says what the generator can't see through converters.</summary>
internal static class SchemaDetails
{
    public static Task ApplyAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type);
        var none = type is null ? default : JsonSchemaType.Null;
        type ??= context.JsonTypeInfo.Type;
        if (type == typeof(DateTimeOffset))
            (schema.Type, schema.Format) = (JsonSchemaType.String | none, "date-time");
        else if (type.IsEnum)
            schema.Type = JsonSchemaType.String | none;
        if (IsLeftOutWhenNull(context))
            schema.Type &= ~JsonSchemaType.Null;
        return Task.CompletedTask;
    }

    // Such a member is absent, and never null.
    private static bool IsLeftOutWhenNull(OpenApiSchemaTransformerContext context) =>
        context
            .JsonPropertyInfo?.AttributeProvider?.GetCustomAttributes(typeof(JsonIgnoreAttribute), inherit: true)
            .OfType<JsonIgnoreAttribute>()
            .Any(ignore => ignore.Condition == JsonIgnoreCondition.WhenWritingNull) == true;
}

using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Kayse.WebHost.Http.Json;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Kayse.WebHost.Http.OpenApi;

/// <summary>Says what the generator can't see through converters, and which members may be null.</summary>
internal static class SchemaDetails
{
    // How the generator notes that a member may be null whose schema stands elsewhere in the document.
    private const string MayBeNull = "x-is-nullable-property";

    public static Task ApplyAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        var underlying = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type);
        var type = underlying ?? context.JsonTypeInfo.Type;
        Describe(schema, type, isNullable: underlying is not null);
        if (context.JsonPropertyInfo?.AttributeProvider is MemberInfo member)
            SetNull(schema, member, isReference: type.IsEnum || context.JsonTypeInfo.Kind == JsonTypeInfoKind.Object);
        return Task.CompletedTask;
    }

    private static void Describe(OpenApiSchema schema, Type type, bool isNullable)
    {
        if (type == typeof(DateTimeOffset))
        {
            schema.Type = isNullable ? JsonSchemaType.String | JsonSchemaType.Null : JsonSchemaType.String;
            schema.Format = "date-time";
        }
        else if (type.IsEnum)
        {
            // Where a member may be null, that is said beside the reference to this.
            schema.Type = JsonSchemaType.String;
            schema.Enum = [.. (schema.Enum ?? []).Where(word => word?.GetValueKind() == JsonValueKind.String)];
        }
        else if (type == typeof(byte[]))
        {
            schema.Format = "binary";
        }
    }

    private static void SetNull(OpenApiSchema schema, MemberInfo member, bool isReference)
    {
        if (member.GetCustomAttribute<JsonIgnoreAttribute>() is { Condition: JsonIgnoreCondition.WhenWritingNull })
        {
            // Such a member is absent, and never null.
            schema.Type &= ~JsonSchemaType.Null;
            schema.Metadata?.Remove(MayBeNull);
        }
        else if (isReference && member is PropertyInfo property && OptionalMembers.IsOptional(property.PropertyType))
        {
            schema.Metadata ??= new Dictionary<string, object>(StringComparer.Ordinal);
            schema.Metadata[MayBeNull] = true;
        }
    }
}

using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Kayse.WebHost.Http.Json;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Kayse.WebHost.Http.OpenApi;

/// <summary>Says what the generator can't see through converters, and which members may be null.</summary>
internal static class SchemaDetails
{
    // How the generator notes that a member may be null whose schema stands elsewhere in the document.
    private const string MayBeNull = "x-is-nullable-property";

    // And that it does.
    private const string Name = "x-schema-id";

    public static Task ApplyAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        var type = context.JsonTypeInfo.Type;
        Describe(schema, Nullable.GetUnderlyingType(type) ?? type, isNullable: Nullable.GetUnderlyingType(type) is not null);
        if (context.JsonPropertyInfo?.AttributeProvider is MemberInfo member)
            SetNull(schema, member);
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

    private static void SetNull(OpenApiSchema schema, MemberInfo member)
    {
        if (member.GetCustomAttribute<JsonIgnoreAttribute>() is { Condition: JsonIgnoreCondition.WhenWritingNull })
        {
            // Such a member is absent, and never null.
            schema.Type &= ~JsonSchemaType.Null;
            schema.Metadata?.Remove(MayBeNull);
        }
        else if (
            member is PropertyInfo property
            && OptionalMembers.IsOptional(property.PropertyType)
            && schema.Metadata?.ContainsKey(Name) == true
        )
            schema.Metadata[MayBeNull] = true;
    }
}

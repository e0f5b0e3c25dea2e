using Microsoft.OpenApi;

namespace Kayse.WebHost.Http.OpenApi;

/// <summary>
/// The schema of an object whose members are not known, such as what the audit log shows of a change. To a limited depth,
/// which is more than there is: generators of types don't cope with a schema that refers to itself.
/// </summary>
internal static class JsonValueSchema
{
    /// <summary>What the schema is called.</summary>
    public const string ObjectName = "ChangedValues";

    private const int Depth = 2;

    /// <summary>Says what the members are, where the document has such an object.</summary>
    public static void Complete(OpenApiDocument document)
    {
        if (document.Components?.Schemas?.TryGetValue(ObjectName, out var schema) != true || schema is not OpenApiSchema values)
            return;
        values.Description = "Values by the name of the field.";
        values.AdditionalProperties = Value(Depth);
    }

    private static OpenApiSchema Value(int depth)
    {
        List<IOpenApiSchema> choices =
        [
            new OpenApiSchema { Type = JsonSchemaType.String },
            new OpenApiSchema { Type = JsonSchemaType.Number },
            new OpenApiSchema { Type = JsonSchemaType.Boolean },
            new OpenApiSchema { Type = JsonSchemaType.Null },
            new OpenApiSchema
            {
                Type = JsonSchemaType.Array,
                Items = new OpenApiSchema { Type = JsonSchemaType.String },
            },
        ];
        if (depth > 0)
            choices.Add(new OpenApiSchema { Type = JsonSchemaType.Object, AdditionalProperties = Value(depth - 1) });
        return new OpenApiSchema { AnyOf = choices };
    }
}

using Microsoft.OpenApi;

namespace Kayse.WebHost.Http.OpenApi;

/// <summary>The schema of any JSON, for what the audit log shows of changes.</summary>
internal static class JsonValueSchema
{
    /// <summary>What an object whose members are not known is called.</summary>
    public const string ObjectName = "JsonMembers";

    private const string Name = "JsonValue";

    public static void AddTo(OpenApiDocument document)
    {
        var value = new OpenApiSchemaReference(Name, document);
        if (document.Components?.Schemas?.TryGetValue(ObjectName, out var schema) == true && schema is OpenApiSchema members)
            members.AdditionalProperties = value;
        document.AddComponent(
            Name,
            new OpenApiSchema
            {
                Description = "Any JSON.",
                AnyOf =
                [
                    new OpenApiSchema { Type = JsonSchemaType.String },
                    new OpenApiSchema { Type = JsonSchemaType.Number },
                    new OpenApiSchema { Type = JsonSchemaType.Boolean },
                    new OpenApiSchema { Type = JsonSchemaType.Null },
                    new OpenApiSchema { Type = JsonSchemaType.Array, Items = value },
                    new OpenApiSchema { Type = JsonSchemaType.Object, AdditionalProperties = value },
                ],
            }
        );
    }
}

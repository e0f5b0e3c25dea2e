using Microsoft.OpenApi;

namespace Kayse.WebHost.Http.OpenApi;

/// <summary>Adds the headers that an operation heeds, and describes its parameters.</summary>
internal static class Parameters
{
    public static void Apply(OpenApiOperation operation, IList<object> metadata)
    {
        if (metadata.OfType<TakesIdempotencyKeyAttribute>().Any())
            operation.Parameters = [.. operation.Parameters ?? [], IdempotencyKey()];
        if (metadata.OfType<TakesIfMatchAttribute>().Any())
            operation.Parameters = [.. operation.Parameters ?? [], IfMatch()];
        foreach (var parameter in (operation.Parameters ?? []).OfType<OpenApiParameter>())
            Describe(parameter);
    }

    private static OpenApiParameter IdempotencyKey() =>
        new()
        {
            Name = "Idempotency-Key",
            In = ParameterLocation.Header,
            Schema = new OpenApiSchema
            {
                Type = JsonSchemaType.String,
                MinLength = 1,
                MaxLength = 255,
            },
            Description = "Repeating the key with the same body within 24 hours returns the first response again.",
        };

    private static OpenApiParameter IfMatch() =>
        new()
        {
            Name = "If-Match",
            In = ParameterLocation.Header,
            Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            Description =
                "The `ETag` of the version that you want to change. If the resource has changed since, the response is 412 "
                + "`version_conflict`. Without it, whatever is current is changed.",
        };

    private static void Describe(OpenApiParameter parameter)
    {
        parameter.Description ??= parameter.Name switch
        {
            "company" => "A company's id, or `current` for the session's active company.",
            "limit" => "Page size: 1 to 200, 50 by default.",
            "cursor" => "The `nextCursor` of the previous page.",
            "status" => "`pending`, `accepted`, `declined`, `revoked` or `expired`.",
            _ => null,
        };
        if (parameter is { Name: "limit", Schema: OpenApiSchema schema })
            (schema.Type, schema.Minimum, schema.Maximum) = (JsonSchemaType.Integer, "1", "200");
    }
}

using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.OpenApi;

namespace Kayse.WebHost.Http.OpenApi;

/// <summary>Adds the headers that an operation heeds, and says what its parameters are.</summary>
internal static class Parameters
{
    public static void Apply(OpenApiOperation operation, ApiDescription description)
    {
        foreach (var parameter in (operation.Parameters ?? []).OfType<OpenApiParameter>())
        {
            if (parameter.In == ParameterLocation.Query)
                DescribeQuery(parameter, description);
            parameter.Description = PlainText.Of(parameter.Description) ?? TextFor(parameter.Name);
        }

        var metadata = description.ActionDescriptor.EndpointMetadata;
        if (metadata.OfType<TakesIdempotencyKeyAttribute>().Any())
            operation.Parameters = [.. operation.Parameters ?? [], IdempotencyKey()];
        if (metadata.OfType<TakesIfMatchAttribute>().Any())
            operation.Parameters = [.. operation.Parameters ?? [], IfMatch()];
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

    // Endpoints take parameters whatever the case of their names; the document shows them as the contract does.
    private static void DescribeQuery(OpenApiParameter parameter, ApiDescription description)
    {
        var source = description.ParameterDescriptions.FirstOrDefault(source => source.Name == parameter.Name);
        parameter.Name = JsonNamingPolicy.CamelCase.ConvertName(parameter.Name!);
        parameter.Schema = AttributeOf(source?.ParameterDescriptor)?.ToSchema() ?? new OpenApiSchema { Type = JsonSchemaType.String };
    }

    private static QueryAttribute? AttributeOf(ParameterDescriptor? parameter) =>
        (parameter as IParameterInfoParameterDescriptor)?.ParameterInfo.GetCustomAttribute<QueryAttribute>();

    private static string? TextFor(string? name) =>
        name switch
        {
            "company" => "A company's id, or `current` for the session's active company.",
            "userId" => "A person's id.",
            "id" => "The id of the resource.",
            "limit" => "Page size: 1 to 200, 50 by default.",
            "cursor" => "The `nextCursor` of the previous page.",
            "after" => "The `nextCursor` of the previous response; without it, the feed begins at its oldest event.",
            "search" => "Words that all occur in a person's name, email address or job title.",
            "status" => "`pending`, `accepted`, `declined`, `revoked` or `expired`.",
            "email" => "An email address, in any form.",
            "domain" => "A domain, such as `jones.example`.",
            "fingerprint" => "The SHA-256 fingerprint of a certificate, in hexadecimal.",
            "kind" => "`light` or `dark`, for backgrounds of that kind, or `icon`.",
            "name" => "The last part of a `photoUrl`, or of a logo's `url`.",
            _ => null,
        };
}

using System.Reflection;
using System.Text.Json;
using Kayse.WebHost.Http.Callers;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Kayse.WebHost.Http.OpenApi;

/// <summary>
/// Adds to an operation what its endpoint's metadata says. Its summary and description are the doc comment of its
/// handler, its id is the handler's name.
/// </summary>
internal static class OperationDetails
{
    private const string Async = "Async";

    public static Task ApplyAsync(
        OpenApiOperation operation,
        OpenApiOperationTransformerContext context,
        CancellationToken cancellationToken
    )
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        if (metadata.OfType<Access>().LastOrDefault() is not { } access)
            return Task.CompletedTask;
        operation.OperationId = IdOf(metadata.OfType<MethodInfo>().Last());
        AccessText.Apply(operation, access, metadata, context.Document!);
        Parameters.Apply(operation, context.Description);
        if (metadata.OfType<HasETagAttribute>().Any())
            AddETag(operation);
        foreach (var other in metadata.OfType<ServesAlsoAttribute>())
            operation.Responses?["200"].Content?.Add(
                other.ContentType,
                new OpenApiMediaType { Schema = new OpenApiSchema { Type = JsonSchemaType.String } }
            );
        ProblemResponses.Apply(operation, access, context.Description, context.Document!);
        Examples.Apply(operation, context);
        return Task.CompletedTask;
    }

    private static string IdOf(MethodInfo handler) =>
        JsonNamingPolicy.CamelCase.ConvertName(
            handler.Name.EndsWith(Async, StringComparison.Ordinal) ? handler.Name[..^Async.Length] : handler.Name
        );

    private static void AddETag(OpenApiOperation operation)
    {
        foreach (
            var response in (operation.Responses ?? [])
                .Where(response => response.Key[0] == '2')
                .Select(response => response.Value)
                .OfType<OpenApiResponse>()
        )
        {
            response.Headers ??= new Dictionary<string, IOpenApiHeader>(StringComparer.Ordinal);
            response.Headers["ETag"] = new OpenApiHeader
            {
                Schema = new OpenApiSchema { Type = JsonSchemaType.String },
                Description = "The version of the resource. Send it as `If-Match` with an update.",
            };
        }
    }
}

using System.Globalization;
using System.Text.Json.Nodes;
using Kayse.WebHost.Http.Callers;
using Kayse.WebHost.Http.Problems;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Kayse.WebHost.Http.OpenApi;

/// <summary>Adds the problems that an operation may respond with, by status.</summary>
internal static class ProblemResponses
{
    public static async Task ApplyAsync(
        OpenApiOperation operation,
        Access access,
        OpenApiOperationTransformerContext context,
        CancellationToken cancellationToken
    )
    {
        var schema = await context.GetOrCreateSchemaAsync(typeof(Problem), null, cancellationToken);
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        foreach (
            var status in CodesOf(metadata, access, context.Description.HttpMethod!)
                .GroupBy(code => ProblemTable.Find(code)!.Status)
                .OrderBy(status => status.Key)
        )
            Add(operation, status.Key, [.. status], schema);
    }

    private static IEnumerable<string> CodesOf(IList<object> metadata, Access access, string method)
    {
        var codes = metadata.OfType<RefusesAttribute>().SelectMany(refusals => refusals.Codes);
        if (access.Caller == AccessKind.SignedIn)
            codes = codes.Concat(["unauthenticated", "session_ended"]);
        if (access.Caller == AccessKind.SignedIn && !metadata.OfType<ServesRestrictedSessions>().Any())
            codes = codes.Append("password_change_required");
        if (metadata.OfType<StepUpNeeded>().Any())
            codes = codes.Append("step_up_required");
        if (access.Caller == AccessKind.SignedIn && !HttpMethods.IsGet(method))
            codes = codes.Append("forbidden");
        if (access.Limit is not null)
            codes = codes.Append("rate_limited");
        if (metadata.OfType<IAcceptsMetadata>().Any())
            codes = codes.Concat(["validation_failed", "payload_too_large", "unsupported_media_type"]);
        return codes.Concat(["internal_error", "unavailable"]).Distinct(StringComparer.Ordinal);
    }

    private static void Add(OpenApiOperation operation, int status, IReadOnlyList<string> codes, OpenApiSchema schema)
    {
        operation.Responses ??= [];
        operation.Responses[status.ToString(CultureInfo.InvariantCulture)] = new OpenApiResponse
        {
            Description = string.Join(", ", codes.Select(code => $"`{code}`")),
            Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
            {
                [Problem.ContentType] = new OpenApiMediaType { Schema = schema, Example = ExampleOf(codes[0]) },
            },
        };
    }

    private static JsonObject ExampleOf(string code) =>
        new()
        {
            ["type"] = $"urn:kayse:problem:{code}",
            ["title"] = ProblemTable.Find(code)!.Title,
            ["status"] = ProblemTable.Find(code)!.Status,
            ["detail"] = "A sentence for a person.",
            ["code"] = code,
            ["traceId"] = "4bf92f3577b34da6a3ce929d0e0e4736",
        };
}

using System.Globalization;
using System.Text.Json.Nodes;
using Kayse.WebHost.Http.Callers;
using Kayse.WebHost.Http.Problems;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.OpenApi;

namespace Kayse.WebHost.Http.OpenApi;

/// <summary>
/// The problems that operations respond with: one schema, one shared response for each status, and at each operation a
/// reference with the codes that it has.
/// </summary>
internal static class ProblemResponses
{
    // What the examples show, where a status has several codes.
    private static readonly Dictionary<int, string> _usual = new()
    {
        [StatusCodes.Status400BadRequest] = "validation_failed",
        [StatusCodes.Status401Unauthorized] = "unauthenticated",
        [StatusCodes.Status403Forbidden] = "forbidden",
    };

    /// <summary>Adds the schema and the shared responses to the document.</summary>
    public static async Task AddComponentsAsync(
        OpenApiDocument document,
        OpenApiDocumentTransformerContext context,
        CancellationToken cancellationToken
    )
    {
        document.AddComponent(nameof(Problem), await context.GetOrCreateSchemaAsync(typeof(Problem), null, cancellationToken));
        var used = document
            .Paths.Values.SelectMany(path => path.Operations!.Values)
            .SelectMany(operation => operation.Responses!.Keys)
            .ToHashSet(StringComparer.Ordinal);
        foreach (
            var status in ProblemTable
                .Codes.GroupBy(code => ProblemTable.Find(code)!.Status)
                .Where(status => used.Contains(Key(status.Key)))
                .OrderBy(status => status.Key)
        )
            document.AddComponent<IOpenApiResponse>(
                NameOf(status.Key),
                Shared(document, status.Key, [.. status.Order(StringComparer.Ordinal)])
            );
    }

    /// <summary>Adds to an operation the statuses and codes that follow from its metadata.</summary>
    public static void Apply(OpenApiOperation operation, Access access, ApiDescription description, OpenApiDocument document)
    {
        operation.Responses ??= [];
        var metadata = description.ActionDescriptor.EndpointMetadata;
        foreach (
            var status in CodesOf(metadata, access, description.HttpMethod!)
                .GroupBy(code => ProblemTable.Find(code)!.Status)
                .OrderBy(status => status.Key)
        )
            operation.Responses[Key(status.Key)] = new OpenApiResponseReference(NameOf(status.Key), document)
            {
                Description = string.Join(", ", status.Select(code => $"`{code}`")),
            };
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
        if (metadata.OfType<AccountWide>().Any())
            codes = codes.Append("sso_session_limited");
        if (access.Caller == AccessKind.SignedIn && !HttpMethods.IsGet(method))
            codes = codes.Append("forbidden");
        if (access.Limit is not null)
            codes = codes.Append("rate_limited");
        if (metadata.OfType<IAcceptsMetadata>().Any())
            codes = codes.Concat(["validation_failed", "payload_too_large", "unsupported_media_type"]);
        return codes.Concat(["internal_error", "unavailable"]).Distinct(StringComparer.Ordinal);
    }

    private static string Key(int status) => status.ToString(CultureInfo.InvariantCulture);

    private static string NameOf(int status) => ReasonPhrases.GetReasonPhrase(status).Replace(" ", "", StringComparison.Ordinal);

    private static OpenApiResponse Shared(OpenApiDocument document, int status, IReadOnlyList<string> codes) =>
        new()
        {
            Description = string.Join(", ", codes.Select(code => $"`{code}`")),
            Headers = status is StatusCodes.Status429TooManyRequests or StatusCodes.Status423Locked ? RetryAfter() : null,
            Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
            {
                [Problem.ContentType] = new OpenApiMediaType
                {
                    Schema = new OpenApiSchemaReference(nameof(Problem), document),
                    Example = ExampleOf(_usual.GetValueOrDefault(status) ?? codes[0]),
                },
            },
        };

    private static Dictionary<string, IOpenApiHeader> RetryAfter() =>
        new(StringComparer.Ordinal)
        {
            ["Retry-After"] = new OpenApiHeader
            {
                Description = "In how many seconds the next attempt has a chance.",
                Schema = new OpenApiSchema { Type = JsonSchemaType.Integer, Minimum = "1" },
            },
        };

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

using System.Text.Json.Nodes;
using Kayse.Grains.ApiKeys;
using Kayse.WebHost.Http.Callers;
using Kayse.WebHost.Http.Problems;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Kayse.WebHost.Http.OpenApi;

/// <summary>
/// Adds to an operation what its endpoint's metadata says: who may call it, which problems it answers, examples.
/// </summary>
internal static class OperationDetails
{
    public static async Task ApplyAsync(
        OpenApiOperation operation,
        OpenApiOperationTransformerContext context,
        CancellationToken cancellationToken
    )
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        var access = metadata.OfType<Access>().LastOrDefault();
        if (access is null)
            return;
        DescribeAccess(operation, access, metadata.OfType<ApiKeyAccess>().LastOrDefault(), context.Document!);
        if (metadata.OfType<StepUpNeeded>().Any())
            operation.Description +=
                " They have proved by password or code in the last 15 minutes who they are: else `step_up_required`.";
        if (metadata.OfType<IdempotencyKeyHeader>().Any())
            operation.Parameters = [.. operation.Parameters ?? [], IdempotencyKey()];
        if (metadata.OfType<IfMatchHeader>().Any())
            operation.Parameters = [.. operation.Parameters ?? [], IfMatch()];
        if (metadata.OfType<ETagHeader>().Any())
            AddETag(operation);
        foreach (var parameter in operation.Parameters ?? [])
            Describe(parameter);
        foreach (var other in metadata.OfType<OtherContentType>())
            operation.Responses?["200"].Content?.Add(
                other.Name,
                new OpenApiMediaType { Schema = new OpenApiSchema { Type = JsonSchemaType.String } }
            );
        var problem = await context.GetOrCreateSchemaAsync(typeof(Problem), null, cancellationToken);
        foreach (
            var status in CodesOf(metadata, access, context.Description.HttpMethod!)
                .GroupBy(code => ProblemTable.Find(code)!.Status)
                .OrderBy(status => status.Key)
        )
            AddProblem(operation, status.Key, [.. status], problem);
        Examples.Apply(operation);
    }

    private static void DescribeAccess(OpenApiOperation operation, Access access, ApiKeyAccess? keys, OpenApiDocument document)
    {
        var (sentence, security) = access.Caller switch
        {
            AccessKind.SignedIn => ("**Who:** anybody signed in, within what they may do.", Security.Session(document)),
            AccessKind.AnyoneOrSignedIn => ("**Who:** anybody; a session is heeded.", Security.OptionalSession(document)),
            _ => ("**Who:** anybody.", (IList<OpenApiSecurityRequirement>)[]),
        };
        if (keys is not null)
            sentence +=
                keys.Needed == ApiKeyPermissions.None
                    ? " Any API key."
                    : $" API keys made for `{keys.Needed.ToString().ToLowerInvariant()}`.";
        operation.Security = security;
        operation.Description = $"{operation.Description}\n\n{sentence}";
    }

    private static IEnumerable<string> CodesOf(IList<object> metadata, Access access, string method)
    {
        IEnumerable<string> codes = metadata.OfType<RefusalCodes>().SelectMany(refusals => refusals.Codes);
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

    private static void AddProblem(OpenApiOperation operation, int status, IReadOnlyList<string> codes, OpenApiSchema schema)
    {
        operation.Responses ??= [];
        operation.Responses[status.ToString(System.Globalization.CultureInfo.InvariantCulture)] = new OpenApiResponse
        {
            Description = string.Join(", ", codes.Select(code => $"`{code}`")),
            Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
            {
                [Problem.ContentType] = new OpenApiMediaType { Schema = schema, Example = ProblemExample(codes[0]) },
            },
        };
    }

    private static JsonObject ProblemExample(string code) =>
        new()
        {
            ["type"] = $"urn:kayse:problem:{code}",
            ["title"] = ProblemTable.Find(code)!.Title,
            ["status"] = ProblemTable.Find(code)!.Status,
            ["detail"] = "A sentence for a person.",
            ["code"] = code,
            ["traceId"] = "4bf92f3577b34da6a3ce929d0e0e4736",
        };

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
            Description = "The same key and body within 24 hours gets the same answer again.",
        };

    private static OpenApiParameter IfMatch() =>
        new()
        {
            Name = "If-Match",
            In = ParameterLocation.Header,
            Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            Description =
                "The `ETag` of what the change is meant for; when that is no longer what is there, the answer is 412 `version_conflict`. Without it whatever is there is changed.",
        };

    private static void AddETag(OpenApiOperation operation)
    {
        foreach (
            var answer in (operation.Responses ?? [])
                .Where(response => response.Key[0] == '2')
                .Select(response => response.Value)
                .OfType<OpenApiResponse>()
        )
        {
            answer.Headers ??= new Dictionary<string, IOpenApiHeader>(StringComparer.Ordinal);
            answer.Headers["ETag"] = new OpenApiHeader
            {
                Schema = new OpenApiSchema { Type = JsonSchemaType.String },
                Description = "Give it as `If-Match` with a change.",
            };
        }
    }

    private static void Describe(IOpenApiParameter parameter)
    {
        if (parameter is not OpenApiParameter described)
            return;
        described.Description ??= described.Name switch
        {
            "company" => "A company's id, or `current` for the one that the session acts in.",
            "limit" => "How many at most: 1 to 200, by default 50.",
            "cursor" => "The `nextCursor` of the page before.",
            "status" => "`pending`, `accepted`, `declined`, `revoked` or `expired`.",
            _ => null,
        };
        if (described is { Name: "limit", Schema: OpenApiSchema schema })
            (schema.Type, schema.Minimum, schema.Maximum) = (JsonSchemaType.Integer, "1", "200");
    }
}

namespace Kayse.WebHost.Http.OpenApi;

/// <summary>What the OpenAPI document says of an endpoint beyond what its types do.</summary>
internal static class Documentation
{
    public static RouteHandlerBuilder Documents(this RouteHandlerBuilder endpoint, string name, string summary, string description) =>
        endpoint.WithName(name).WithSummary(summary).WithDescription(description);

    /// <summary>As for handlers; for a bare delegate, which is documented only when it says what it is.</summary>
    public static IEndpointConventionBuilder Documents(
        this IEndpointConventionBuilder endpoint,
        string name,
        string summary,
        string description
    ) => endpoint.WithName(name).WithSummary(summary).WithDescription(description);

    /// <summary>
    /// The codes of the problems that it may answer, besides those that follow from who may call it and from its having
    /// a body.
    /// </summary>
    public static TBuilder Refuses<TBuilder>(this TBuilder endpoint, params string[] codes)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new RefusalCodes(codes));

    /// <summary>That its answer has an ETag, where its type doesn't say so.</summary>
    public static RouteHandlerBuilder AnswersETag(this RouteHandlerBuilder endpoint) => endpoint.WithMetadata(ETagHeader.Instance);

    /// <summary>That it answers text of another type to who asks for that by the Accept header.</summary>
    public static RouteHandlerBuilder ServesAlso(this RouteHandlerBuilder endpoint, string contentType) =>
        endpoint.WithMetadata(new OtherContentType(contentType));

    /// <summary>That it heeds the Idempotency-Key header.</summary>
    public static RouteHandlerBuilder TakesIdempotencyKey(this RouteHandlerBuilder endpoint) =>
        endpoint.WithMetadata(IdempotencyKeyHeader.Instance).Refuses("idempotency_mismatch");
}

/// <summary>Codes of problems, as metadata.</summary>
internal sealed record RefusalCodes(IReadOnlyList<string> Codes);

/// <summary>The mark of endpoints that heed the If-Match header.</summary>
internal sealed class IfMatchHeader
{
    public static readonly IfMatchHeader Instance = new();
}

/// <summary>The mark of endpoints that answer with an ETag.</summary>
internal sealed class ETagHeader
{
    public static readonly ETagHeader Instance = new();
}

/// <summary>A type of text that an endpoint answers when it is asked for, as metadata.</summary>
internal sealed record OtherContentType(string Name);

/// <summary>The mark of endpoints that heed the Idempotency-Key header.</summary>
internal sealed class IdempotencyKeyHeader
{
    public static readonly IdempotencyKeyHeader Instance = new();
}

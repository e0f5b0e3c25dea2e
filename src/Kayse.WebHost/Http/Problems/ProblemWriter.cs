using System.Diagnostics;
using System.Text.Json;
using Kayse.Grains.Errors;
using Kayse.WebHost.Console;
using Kayse.WebHost.Http.Json;
using Kayse.WebHost.Pages;
using Microsoft.Net.Http.Headers;

namespace Kayse.WebHost.Http.Problems;

/// <summary>Answers a request with a refusal.</summary>
internal static class ProblemWriter
{
    /// <summary>
    /// Writes the problem of a refusal, or has the endpoint report it in its own way; one whose code is not meant for clients
    /// becomes an internal error.
    /// </summary>
    public static Task WriteAsync(HttpContext context, Refusal refusal)
    {
        RefusalLog.Note(context, refusal);
        if (RefusalWriter.Of(context) is { } writer)
            return writer.WriteAsync(context, refusal);
        if (ProblemTable.Find(refusal.Code) is not { } kind)
            (refusal, kind) = (HttpErrors.Internal, ProblemTable.Find(HttpErrors.Internal.Code)!);
        if (refusal.RetryAfter is { } retryAfter)
            SetRetryAfter(context, retryAfter);
        if (refusal == HttpErrors.EncodedBody)
            context.Response.Headers.AcceptEncoding = "identity";
        var problem = new Problem(
            $"urn:kayse:problem:{refusal.Code}",
            kind.Title,
            kind.Status,
            refusal.Text(),
            refusal.Code,
            TraceId(context)
        )
        {
            Errors = refusal.Fields,
            Reason = refusal.Reason,
        };
        return WriteAsync(context, problem);
    }

    /// <summary>Writes <c>rate_limited</c> with when to come back, in whole seconds.</summary>
    public static Task WriteRateLimitedAsync(HttpContext context, TimeSpan retryAfter)
    {
        return WriteAsync(context, HttpErrors.RateLimited with { RetryAfter = retryAfter });
    }

    private static void SetRetryAfter(HttpContext context, TimeSpan retryAfter) =>
        context.Response.Headers.RetryAfter = HeaderUtilities.FormatNonNegativeInt64(
            (long)Math.Max(1, Math.Ceiling(retryAfter.TotalSeconds))
        );

    private static Task WriteAsync(HttpContext context, Problem problem)
    {
        var response = context.Response;
        SecurityHeaders.Apply(context);
        response.StatusCode = problem.Status;
        response.ContentType = Problem.ContentType;
        response.Headers.CacheControl = "no-store";
        if (problem.Status == StatusCodes.Status401Unauthorized)
            response.Headers.WWWAuthenticate = ChallengeOf(problem);
        var body = JsonSerializer.SerializeToUtf8Bytes(problem, JsonFormat.Responses);
        response.ContentLength = body.Length;
        return response.Body.WriteAsync(body, context.RequestAborted).AsTask();
    }

    private static string ChallengeOf(Problem problem) =>
        problem switch
        {
            { Code: "invalid_client" } => "Basic realm=\"Kayse\", charset=\"UTF-8\"",
            { Reason: not null } => "Bearer error=\"invalid_token\"",
            _ => "Bearer",
        };

    /// <summary>By which the operator finds the request in the log.</summary>
    public static string TraceId(HttpContext context) => Activity.Current?.TraceId.ToHexString() ?? context.TraceIdentifier;
}

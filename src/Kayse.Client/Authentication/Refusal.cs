using System.Buffers;
using System.Globalization;
using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Kayse.Client;

/// <summary>What a caller is told who may not go on: problem details as Kayse itself gives them.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Title">The kind of problem, for a person.</param>
/// <param name="Code">The kind of problem, for a program.</param>
/// <param name="Detail">What happened, for a person.</param>
internal sealed record Refusal(int Status, string Title, string Code, string Detail)
{
    public static readonly Refusal Forbidden = new(
        StatusCodes.Status403Forbidden,
        "Not allowed",
        "forbidden",
        "You don't have the permission for this."
    )
    {
        Challenge = "Bearer error=\"insufficient_scope\"",
    };

    private static readonly Refusal _noToken = new(
        StatusCodes.Status401Unauthorized,
        "Not signed in",
        "unauthenticated",
        "Sign in to do this."
    )
    {
        Challenge = "Bearer",
    };

    private static readonly Refusal _unavailable = new(
        StatusCodes.Status503ServiceUnavailable,
        "Unavailable",
        KayseUnavailableException.UnavailableCode,
        "Whether you are signed in can't be checked right now. Try again in a moment."
    )
    {
        RetryAfter = TimeSpan.FromSeconds(1),
    };

    /// <summary>For the header WWW-Authenticate; null: none.</summary>
    public string? Challenge { get; init; }

    /// <summary>With <c>session_ended</c>: why.</summary>
    public string? Reason { get; init; }

    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Why a caller isn't authenticated; null: they sent no token.</summary>
    public static Refusal OfChallenge(Exception? failure) =>
        failure switch
        {
            null => _noToken,
            KayseUnavailableException => _unavailable,
            // 403 while something has to be done first, such as choosing a password; 429 for a key over its rate.
            KayseException { Status: { } status and (HttpStatusCode.Forbidden or HttpStatusCode.TooManyRequests) } refused => new(
                (int)status,
                "Not possible now",
                refused.Code,
                refused.Message
            )
            {
                RetryAfter = refused.RetryAfter,
            },
            KayseException refused => new(StatusCodes.Status401Unauthorized, "Not signed in", refused.Code, refused.Message)
            {
                Challenge = "Bearer error=\"invalid_token\"",
                Reason = refused.Reason,
            },
            _ => _noToken,
        };

    /// <summary>
    /// Writes without starting the response: other schemes that the endpoint asks for have a say in it, too.
    /// </summary>
    public void WriteTo(HttpContext context)
    {
        var response = context.Response;
        if (response.HasStarted)
            return;
        response.StatusCode = Status;
        if (Challenge is not null)
            response.Headers.Append("WWW-Authenticate", Challenge);
        if (RetryAfter is { } wait)
            response.Headers.RetryAfter = Math.Max(1, Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        response.Headers.CacheControl = "no-store";
        if (!context.Items.TryAdd(typeof(Refusal), this))
            return; // Another scheme of Kayse has written the body.
        response.ContentType = "application/problem+json";
        response.BodyWriter.Write(JsonSerializer.SerializeToUtf8Bytes(ToProblem(), JsonSerializerOptions.Web));
    }

    private ProblemDetails ToProblem()
    {
        var problem = new ProblemDetails
        {
            Type = $"urn:kayse:problem:{Code}",
            Title = Title,
            Status = Status,
            Detail = Detail,
            Extensions = { ["code"] = Code },
        };
        if (Reason is not null)
            problem.Extensions["reason"] = Reason;
        return problem;
    }
}

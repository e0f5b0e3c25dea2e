using System.Text.Json.Nodes;
using Kayse.Grains.Scim;
using Kayse.WebHost.Http.Csv;

namespace Kayse.WebHost.Scim;

/// <summary>The response to a SCIM request.</summary>
/// <param name="Status">Its status.</param>
/// <param name="Body">Its body; null: none.</param>
internal sealed record ScimResponse(int Status, JsonNode? Body = null)
{
    /// <summary>The media type of SCIM.</summary>
    public const string ContentType = "application/scim+json";

    private const string Json = "application/json";

    /// <summary>The address of what is new; null when nothing is.</summary>
    public string? Location { get; init; }

    /// <summary>The version of the one resource in it, or null.</summary>
    public long? Version { get; init; }

    /// <summary>The one resource that it is about, or null.</summary>
    public string? ResourceId { get; init; }

    /// <summary>Whether anything changed; null when nothing was to be changed.</summary>
    public bool? Changed { get; init; }

    /// <summary>Why nothing changed, or something not, for the activity list.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    public Task WriteAsync(HttpContext context)
    {
        var response = context.Response;
        if (Version is { } version)
        {
            response.Headers.ETag = ScimVersion.Of(version);
            if (HttpMethods.IsGet(context.Request.Method) && ScimVersion.IsKnown(context.Request, version))
            {
                response.StatusCode = StatusCodes.Status304NotModified;
                return Task.CompletedTask;
            }
        }

        response.StatusCode = Status;
        if (Location is not null)
            response.Headers.Location = Location;
        return Body is null ? Task.CompletedTask : WriteAsync(context, Body);
    }

    /// <summary>Writes JSON, as that of SCIM unless the client only takes plain JSON.</summary>
    public static Task WriteAsync(HttpContext context, JsonNode body)
    {
        var bytes = System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(body, ScimJson.Options);
        context.Response.ContentType = AcceptedType.Prefers(context.Request, Json, ContentType) ? Json : ContentType;
        context.Response.ContentLength = bytes.Length;
        return context.Response.Body.WriteAsync(bytes, context.RequestAborted).AsTask();
    }
}

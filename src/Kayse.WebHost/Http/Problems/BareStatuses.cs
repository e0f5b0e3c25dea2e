using Kayse.Grains.Errors;
using Microsoft.AspNetCore.Diagnostics;

namespace Kayse.WebHost.Http.Problems;

/// <summary>Gives a body to the statuses that routing answers without one.</summary>
internal static class BareStatuses
{
    /// <summary>Bare statuses under the API become problems.</summary>
    public static void UseBareStatuses(this WebApplication app) => app.UseWhen(IsApi, api => api.UseStatusCodePages(WriteAsync));

    /// <summary>Whether a request is for the API.</summary>
    public static bool IsApi(HttpContext context) => context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase);

    /// <summary>What a status without a body means; null where it needs no explanation.</summary>
    public static Refusal? FindRefusal(HttpContext context) =>
        context.Response.StatusCode switch
        {
            StatusCodes.Status404NotFound => HttpErrors.NoSuchRoute,
            StatusCodes.Status405MethodNotAllowed => HttpErrors.MethodNotAllowed,
            StatusCodes.Status413PayloadTooLarge => HttpErrors.PayloadTooLarge,
            StatusCodes.Status415UnsupportedMediaType => HttpErrors.UnsupportedMediaType,
            StatusCodes.Status400BadRequest => HttpErrors.BadRequest,
            _ => null,
        };

    private static Task WriteAsync(StatusCodeContext status) =>
        FindRefusal(status.HttpContext) is { } refusal ? ProblemWriter.WriteAsync(status.HttpContext, refusal) : Task.CompletedTask;
}

using Kayse.Grains.Errors;
using Microsoft.AspNetCore.Diagnostics;

namespace Kayse.WebHost.Api.Problems;

/// <summary>Gives a body to the statuses that routing answers without one.</summary>
internal static class BareStatuses
{
    public static Task WriteAsync(StatusCodeContext context)
    {
        var http = context.HttpContext;
        Refusal? refusal = http.Response.StatusCode switch
        {
            StatusCodes.Status404NotFound => HttpErrors.NoSuchRoute,
            StatusCodes.Status405MethodNotAllowed => HttpErrors.MethodNotAllowed,
            StatusCodes.Status413PayloadTooLarge => HttpErrors.PayloadTooLarge,
            StatusCodes.Status415UnsupportedMediaType => HttpErrors.UnsupportedMediaType,
            StatusCodes.Status400BadRequest => HttpErrors.BadRequest,
            _ => null,
        };
        return refusal is null ? Task.CompletedTask : ProblemWriter.WriteAsync(http, refusal);
    }
}

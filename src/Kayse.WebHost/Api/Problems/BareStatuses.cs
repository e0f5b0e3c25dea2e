using Kayse.Grains.Errors;
using Kayse.WebHost.Console;
using Microsoft.AspNetCore.Diagnostics;

namespace Kayse.WebHost.Api.Problems;

/// <summary>Gives a body to the statuses that routing answers without one.</summary>
internal static class BareStatuses
{
    public static Task WriteAsync(StatusCodeContext context) =>
        Of(context) is { } refusal ? ProblemWriter.WriteAsync(context.HttpContext, refusal) : Task.CompletedTask;

    public static Task ShowAsync(StatusCodeContext context) =>
        Of(context) is { } refusal ? PageRefusals.AnswerAsync(context.HttpContext, refusal) : Task.CompletedTask;

    private static Refusal? Of(StatusCodeContext context) =>
        context.HttpContext.Response.StatusCode switch
        {
            StatusCodes.Status404NotFound => HttpErrors.NoSuchRoute,
            StatusCodes.Status405MethodNotAllowed => HttpErrors.MethodNotAllowed,
            StatusCodes.Status413PayloadTooLarge => HttpErrors.PayloadTooLarge,
            StatusCodes.Status415UnsupportedMediaType => HttpErrors.UnsupportedMediaType,
            StatusCodes.Status400BadRequest => HttpErrors.BadRequest,
            _ => null,
        };
}

using Kayse.Grains.Errors;
using Kayse.WebHost.Http.RateLimits;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Diagnostics;

namespace Kayse.WebHost.Http.Problems;

/// <summary>
/// Turns whatever a request throws into a problem: refusals into theirs, faults into one that says nothing but where to
/// look.
/// </summary>
internal sealed class FaultHandler(ILogger<FaultHandler> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (IsGone(exception, httpContext))
            return true;
        try
        {
            if (exception is RateLimitedException limited)
                await ProblemWriter.WriteRateLimitedAsync(httpContext, limited.RetryAfter);
            else
                await ProblemWriter.WriteAsync(httpContext, RefusalOf(exception));
        }
        catch (Exception unanswered) when (IsGone(unanswered, httpContext))
        {
            // They went away while they were told.
        }

        return true;
    }

    // The client has gone away, in the middle of its body for instance: nobody is there to be answered, and nothing is
    // wrong with the service.
    private static bool IsGone(Exception exception, HttpContext context) =>
        exception switch
        {
            ConnectionResetException or ConnectionAbortedException => true,
            OperationCanceledException or IOException => context.RequestAborted.IsCancellationRequested,
            _ => false,
        };

    private Refusal RefusalOf(Exception exception)
    {
        switch (exception)
        {
            case RefusedException refused when ProblemTable.Find(refused.Code) is not null:
                return refused.Refusal;
            case BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge }:
                return HttpErrors.PayloadTooLarge;
            case BadHttpRequestException { StatusCode: StatusCodes.Status415UnsupportedMediaType }:
                return HttpErrors.UnsupportedMediaType;
            case BadHttpRequestException:
                return HttpErrors.BadRequest;
            case TimeoutException:
                logger.LogError(exception, "A request timed out");
                return HttpErrors.Unavailable;
            case OrleansMessageRejectionException:
                logger.LogWarning(exception, "No silo took a call");
                return HttpErrors.Unavailable;
            default:
                logger.LogError(exception, "A request failed");
                return HttpErrors.Internal;
        }
    }
}

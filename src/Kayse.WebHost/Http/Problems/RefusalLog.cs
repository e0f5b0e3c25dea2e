using Kayse.Grains.Errors;
using Kayse.Grains.Security;
using Kayse.WebHost.Http.Callers;
using Microsoft.AspNetCore.Diagnostics;

namespace Kayse.WebHost.Http.Problems;

/// <summary>Tells the security log of refusals that somebody who watches the service wants to see.</summary>
internal static class RefusalLog
{
    public static void Note(HttpContext context, Refusal refusal)
    {
        var status = ProblemTable.Find(refusal.Code)?.Status;
        if (status is not (StatusCodes.Status403Forbidden or StatusCodes.Status429TooManyRequests))
            return;
        var log = context.RequestServices.GetRequiredService<SecurityLog>();
        var (method, route, caller) = (context.Request.Method, RouteOf(context), context.Features.Get<Caller>());
        if (refusal == HttpErrors.CrossOrigin)
            log.CsrfRefused(method, route);
        else if (status == StatusCodes.Status403Forbidden)
            log.AccessDenied(method, route, refusal.Code, caller?.Principal.UserId, caller?.SessionId);
        else
            log.RateLimited(method, route, caller?.Principal.UserId, caller?.SessionId);
    }

    // The pattern, not the path: what stands in a path may be anything.
    private static string? RouteOf(HttpContext context) =>
        ((context.GetEndpoint() ?? context.Features.Get<IExceptionHandlerFeature>()?.Endpoint) as RouteEndpoint)?.RoutePattern.RawText;
}

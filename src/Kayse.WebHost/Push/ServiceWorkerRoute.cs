using Kayse.WebHost.Console;
using Kayse.WebHost.Http.Callers;

namespace Kayse.WebHost.Push;

/// <summary>
/// Serves the script that shows push notifications. Its address never changes and browsers ask for it again and again, so
/// that a newer one replaces it; it may call this host alone.
/// </summary>
internal static class ServiceWorkerRoute
{
    private const string Policy = "default-src 'none'; connect-src 'self'";

    public static void MapServiceWorker(this WebApplication app)
    {
        var script = ConsoleAssets.Read("service-worker.js");
        app.MapGet("/service-worker.js", context => AnswerAsync(context, script)).Allows(Who.Anyone).ExcludeFromDescription();
    }

    private static Task AnswerAsync(HttpContext context, byte[] script)
    {
        var response = context.Response;
        response.Headers.ContentSecurityPolicy = Policy;
        response.Headers.CacheControl = "no-cache";
        response.ContentType = "text/javascript; charset=utf-8";
        response.ContentLength = script.Length;
        return response.Body.WriteAsync(script, context.RequestAborted).AsTask();
    }
}

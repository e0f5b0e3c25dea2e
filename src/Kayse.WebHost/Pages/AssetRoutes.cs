using Kayse.WebHost.Console;
using Kayse.WebHost.Http.Callers;

namespace Kayse.WebHost.Pages;

/// <summary>Serves the files that pages load.</summary>
internal static class AssetRoutes
{
    public static void MapAssets(this WebApplication app)
    {
        foreach (var asset in app.Services.GetRequiredService<ConsoleAssets>().All)
            app.MapGet(asset.Path, context => AnswerAsync(context, asset)).Allows(Who.Anyone).ExcludeFromDescription();
    }

    private static Task AnswerAsync(HttpContext context, ConsoleAsset asset)
    {
        var response = context.Response;
        var takesBrotli = context.Request.Headers.AcceptEncoding.ToString().Contains("br", StringComparison.Ordinal);
        var compressed = takesBrotli ? asset.Compressed : null;
        var content = compressed ?? asset.Content;
        if (compressed is not null)
            response.Headers.ContentEncoding = "br";
        response.Headers.Vary = "Accept-Encoding";
        response.Headers.CacheControl = "public, max-age=31536000, immutable";
        response.ContentType = asset.ContentType;
        response.ContentLength = content.Length;
        return response.Body.WriteAsync(content, context.RequestAborted).AsTask();
    }
}

using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace Kayse.WebHost.Pages;

/// <summary>
/// The few pages that links lead to until the console has them: static files out of the assembly. They change nothing by being opened, load
/// nothing from elsewhere and run no script but their own files.
/// </summary>
internal static class PageRoutes
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";

    public static void MapPages(this WebApplication app)
    {
        app.MapPage("/invitations/accept", "accept-invitation.html", "text/html; charset=utf-8");
        app.MapPage("/assets/accept-invitation.js", "accept-invitation.js", "text/javascript; charset=utf-8");
        app.MapPage("/reset-password", "reset-password.html", "text/html; charset=utf-8");
        app.MapPage("/assets/reset-password.js", "reset-password.js", "text/javascript; charset=utf-8");
        app.MapPage("/not-me", "not-me.html", "text/html; charset=utf-8");
        app.MapPage("/assets/not-me.js", "not-me.js", "text/javascript; charset=utf-8");
        app.MapPage("/confirm-email", "confirm-email.html", "text/html; charset=utf-8");
        app.MapPage("/undo-email", "undo-email.html", "text/html; charset=utf-8");
        app.MapPage("/assets/email-link.js", "email-link.js", "text/javascript; charset=utf-8");
        app.MapPage("/assets/pages.css", "pages.css", "text/css; charset=utf-8");
    }

    private static void MapPage(this WebApplication app, string route, string file, string contentType)
    {
        var content = Read(file);
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 8))}\"");
        app.MapMethods(route, [HttpMethods.Get, HttpMethods.Head], (HttpContext context) =>
        {
            context.Response.Headers.ContentSecurityPolicy = Policy;
            context.Response.Headers.CacheControl = "no-cache";
            return TypedResults.Bytes(content, contentType, entityTag: tag);
        }).ExcludeFromDescription();
    }

    private static byte[] Read(string file)
    {
        using var resource = typeof(PageRoutes).Assembly.GetManifestResourceStream($"Pages/{file}")
            ?? throw new InvalidOperationException($"{file} is not in the assembly.");
        var content = new byte[resource.Length];
        resource.ReadExactly(content);
        return content;
    }
}

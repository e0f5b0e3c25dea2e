using System.IO.Compression;
using System.Reflection;
using System.Security.Cryptography;
using Kayse.WebHost.Http.Callers;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using Scalar.AspNetCore;

namespace Kayse.WebHost.Http.OpenApi;

/// <summary>
/// The page on which people read the API and try it: Scalar's script, out of its package and served from here, with a
/// page of ours that has no script in it.
/// </summary>
internal static class DocsPage
{
    private const string Path = "/docs";
    private const string ScriptType = "text/javascript; charset=utf-8";

    // Scalar styles its elements in place, and draws with data: images.
    private const string ContentPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
        + "font-src 'self' data:; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    public static void MapDocsPage(this WebApplication app)
    {
        var scalar = Script.Read("scalar", typeof(ScalarOptions).Assembly, "ScalarStaticAssets.scalar.js");
        var start = Script.Read("start", typeof(DocsPage).Assembly, "Http/OpenApi/docs.js");
        var html = $"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Kayse accounts API</title>
            <link rel="icon" href="data:,">
            </head>
            <body>
            <main id="docs" data-document="{ApiDocument.Path}"></main>
            <script src="{scalar.Path}"></script>
            <script src="{start.Path}"></script>
            </body>
            </html>
            """;
        app.MapGet(Path, (HttpContext context) => ToResult(context, html)).Allows(Who.Anyone).ExcludeFromDescription();
        foreach (var script in new[] { scalar, start })
            app.MapGet(script.Path, (HttpContext context) => script.ToResult(context)).Allows(Who.Anyone).ExcludeFromDescription();
    }

    private static ContentHttpResult ToResult(HttpContext context, string html)
    {
        context.Response.Headers.ContentSecurityPolicy = ContentPolicy;
        context.Response.Headers.CacheControl = "no-cache";
        return TypedResults.Text(html, "text/html; charset=utf-8");
    }

    /// <summary>A script whose address holds a hash of it, so that a browser may keep it for ever.</summary>
    private sealed record Script(string Path, byte[] Compressed)
    {
        public static Script Read(string name, Assembly assembly, string resource)
        {
            using var stream =
                assembly.GetManifestResourceStream(resource) ?? throw new InvalidOperationException($"{resource} is not in {assembly}.");
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            var hash = Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 6));
            // The package has its script compressed already.
            return new Script($"{DocsPage.Path}/{name}.{hash}.js", bytes is [0x1F, 0x8B, ..] ? bytes : Compress(bytes));
        }

        public IResult ToResult(HttpContext context)
        {
            var headers = context.Response.Headers;
            headers.Vary = HeaderNames.AcceptEncoding;
            headers.CacheControl = "public, max-age=31536000, immutable";
            if (!ContentEncodings.Accepts(context.Request, "gzip"))
                return TypedResults.Stream(new GZipStream(new MemoryStream(Compressed), CompressionMode.Decompress), ScriptType);
            headers.ContentEncoding = "gzip";
            return TypedResults.Bytes(Compressed, ScriptType);
        }

        private static byte[] Compress(byte[] content)
        {
            using var compressed = new MemoryStream();
            using (var gzip = new GZipStream(compressed, CompressionLevel.SmallestSize))
                gzip.Write(content);
            return compressed.ToArray();
        }
    }
}

using System.IO.Compression;
using System.Security.Cryptography;
using Kayse.WebHost.Auth;

namespace Kayse.WebHost.Console;

/// <summary>
/// The stylesheet, the script and the icons: files out of the assembly, compressed once. Their addresses hold a hash of
/// what is in them, so that a browser may keep them for ever.
/// </summary>
internal sealed class ConsoleAssets
{
    private static readonly (string File, string ContentType)[] _files =
    [
        ("console.css", "text/css; charset=utf-8"),
        ("console.js", "text/javascript; charset=utf-8"),
        ("icons.svg", "image/svg+xml"),
        ("favicon.svg", "image/svg+xml"),
    ];

    private readonly Dictionary<string, Asset> _assets = _files.ToDictionary(
        entry => entry.File,
        entry => Read(entry.File, entry.ContentType),
        StringComparer.Ordinal
    );

    /// <summary>The address of a file.</summary>
    public string this[string file] => _assets[file].Path;

    public void Map(WebApplication app)
    {
        foreach (var asset in _assets.Values)
            app.MapGet(asset.Path, context => AnswerAsync(context, asset)).AllowsAccess(AccessKind.Anyone).ExcludeFromDescription();
    }

    private static Task AnswerAsync(HttpContext context, Asset asset)
    {
        var response = context.Response;
        var brotli = context.Request.Headers.AcceptEncoding.ToString().Contains("br", StringComparison.Ordinal);
        var content = brotli ? asset.Compressed : asset.Content;
        if (brotli)
            response.Headers.ContentEncoding = "br";
        response.Headers.Vary = "Accept-Encoding";
        response.Headers.CacheControl = "public, max-age=31536000, immutable";
        response.ContentType = asset.ContentType;
        response.ContentLength = content.Length;
        return response.Body.WriteAsync(content, context.RequestAborted).AsTask();
    }

    private static Asset Read(string file, string contentType)
    {
        using var resource =
            typeof(ConsoleAssets).Assembly.GetManifestResourceStream($"Console/{file}")
            ?? throw new InvalidOperationException($"{file} is not in the assembly.");
        var content = new byte[resource.Length];
        resource.ReadExactly(content);
        var hash = Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 6));
        return new Asset(
            $"/assets/{Path.GetFileNameWithoutExtension(file)}.{hash}{Path.GetExtension(file)}",
            contentType,
            content,
            Compress(content)
        );
    }

    private static byte[] Compress(byte[] content)
    {
        using var compressed = new MemoryStream();
        using (var brotli = new BrotliStream(compressed, CompressionLevel.SmallestSize))
            brotli.Write(content);
        return compressed.ToArray();
    }

    private sealed record Asset(string Path, string ContentType, byte[] Content, byte[] Compressed);
}

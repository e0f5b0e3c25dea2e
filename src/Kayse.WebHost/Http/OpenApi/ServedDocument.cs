using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Net.Http.Headers;
using Microsoft.OpenApi;

namespace Kayse.WebHost.Http.OpenApi;

/// <summary>The document as it is sent: generated and compressed once, on the first request.</summary>
internal sealed class ServedDocument([FromKeyedServices(ApiDocument.Name)] IOpenApiDocumentProvider provider)
{
    private const string ContentType = "application/json; charset=utf-8";
    private readonly Lazy<Task<IReadOnlyList<Variant>>> _variants = new(() => GenerateAsync(provider));

    /// <summary>The document in an encoding that the client takes, or 304 when the client has it.</summary>
    public async Task<IResult> ToResultAsync(HttpContext context)
    {
        var variant = (await _variants.Value).First(variant =>
            variant.Encoding is null || ContentEncodings.Accepts(context.Request, variant.Encoding)
        );
        var headers = context.Response.Headers;
        headers.CacheControl = "public, max-age=300";
        headers.Vary = HeaderNames.AcceptEncoding;
        if (variant.Encoding is { } encoding)
            headers.ContentEncoding = encoding;
        return TypedResults.Bytes(variant.Content, ContentType, entityTag: variant.Tag);
    }

    private static async Task<IReadOnlyList<Variant>> GenerateAsync(IOpenApiDocumentProvider provider)
    {
        var document = await provider.GetOpenApiDocumentAsync(CancellationToken.None);
        await using var text = new StringWriter(CultureInfo.InvariantCulture);
        document.SerializeAsV31(new OpenApiJsonWriter(text, new OpenApiJsonWriterSettings { Terse = true }));
        var json = Encoding.UTF8.GetBytes(text.ToString());
        var hash = Convert.ToHexStringLower(SHA256.HashData(json).AsSpan(0, 8));
        return
        [
            new("br", Compress(json, stream => new BrotliStream(stream, CompressionLevel.Optimal)), Tag($"{hash}-br")),
            new("gzip", Compress(json, stream => new GZipStream(stream, CompressionLevel.Optimal)), Tag($"{hash}-gzip")),
            new(null, json, Tag(hash)),
        ];
    }

    private static byte[] Compress(byte[] content, Func<Stream, Stream> compressor)
    {
        using var compressed = new MemoryStream();
        using (var stream = compressor(compressed))
            stream.Write(content);
        return compressed.ToArray();
    }

    private static EntityTagHeaderValue Tag(string text) => new($"\"{text}\"");

    private sealed record Variant(string? Encoding, byte[] Content, EntityTagHeaderValue Tag);
}

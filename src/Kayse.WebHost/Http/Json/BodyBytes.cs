using System.Buffers;
using System.Net.Mime;
using Kayse.Grains.Errors;
using Kayse.WebHost.Http.Problems;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace Kayse.WebHost.Http.Json;

/// <summary>
/// The bytes of a body, in a rented buffer. Never more than a limit, whatever the server in front allows.
/// </summary>
internal sealed class BodyBytes : IDisposable
{
    /// <summary>1 MiB, as the contract has it for JSON.</summary>
    public const int MaxLength = 1024 * 1024;

    // What is reserved for a body before any of it has arrived. A Content-Length is a claim that costs its sender
    // nothing.
    private const int FirstCapacity = 4096;

    private readonly int _maxLength;
    private readonly Refusal _tooLarge;
    private byte[] _buffer;
    private int _length;

    private BodyBytes(int capacity, int maxLength, Refusal tooLarge) =>
        (_buffer, _maxLength, _tooLarge) = (ArrayPool<byte>.Shared.Rent(capacity), maxLength, tooLarge);

    public ReadOnlySpan<byte> Span => _buffer.AsSpan(0, _length) is [0xEF, 0xBB, 0xBF, .. var rest] ? rest : _buffer.AsSpan(0, _length);

    /// <summary>Reads a body that says it is JSON.</summary>
    public static Task<BodyBytes> ReadAsync(HttpRequest request, CancellationToken cancellationToken) =>
        IsUtf8Json(request.ContentType)
            ? ReadAsync(request, MaxLength, HttpErrors.PayloadTooLarge, cancellationToken)
            : throw new RefusedException(HttpErrors.UnsupportedMediaType);

    /// <summary>Reads an upload, which may be larger than the server lets bodies be otherwise.</summary>
    public static Task<BodyBytes> ReadAsync(HttpContext context, int maxLength, Refusal tooLarge)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } server)
            server.MaxRequestBodySize = maxLength;
        return ReadAsync(context.Request, maxLength, tooLarge, context.RequestAborted);
    }

    private static async Task<BodyBytes> ReadAsync(
        HttpRequest request,
        int maxLength,
        Refusal tooLarge,
        CancellationToken cancellationToken
    )
    {
        EnsureNotEncoded(request);
        if (request.ContentLength > maxLength)
            throw new RefusedException(tooLarge);
        var bytes = new BodyBytes((int)Math.Min(request.ContentLength ?? FirstCapacity, FirstCapacity) + 1, maxLength, tooLarge);
        try
        {
            await bytes.FillAsync(request.Body, cancellationToken);
            return bytes;
        }
        catch
        {
            bytes.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        // A body may hold a password.
        ArrayPool<byte>.Shared.Return(_buffer, clearArray: true);
        _buffer = [];
        _length = 0;
    }

    private async Task FillAsync(Stream body, CancellationToken cancellationToken)
    {
        int read;
        while ((read = await body.ReadAsync(_buffer.AsMemory(_length), cancellationToken)) > 0)
        {
            _length += read;
            if (_length > _maxLength)
                throw new RefusedException(_tooLarge);
            if (_length == _buffer.Length)
                Grow();
        }
    }

    private void Grow()
    {
        var larger = ArrayPool<byte>.Shared.Rent(_buffer.Length * 2);
        _buffer.AsSpan(0, _length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer, clearArray: true);
        _buffer = larger;
    }

    /// <summary>Whether a Content-Type says JSON in UTF-8.</summary>
    public static bool IsUtf8Json(string? contentType)
    {
        if (contentType == MediaTypeNames.Application.Json)
            return true;
        if (!MediaTypeHeaderValue.TryParse(contentType, out var type))
            return false;
        var isJson =
            type.MediaType.Equals(MediaTypeNames.Application.Json, StringComparison.OrdinalIgnoreCase)
            || (
                type.Type.Equals("application", StringComparison.OrdinalIgnoreCase)
                && type.Suffix.Equals("json", StringComparison.OrdinalIgnoreCase)
            );
        return isJson && IsUtf8(type);
    }

    /// <summary>Whether a type names UTF-8 or no character set; the name may be quoted.</summary>
    public static bool IsUtf8(MediaTypeHeaderValue type) =>
        !type.Charset.HasValue || HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase);

    private static void EnsureNotEncoded(HttpRequest request)
    {
        foreach (var encoding in request.Headers.ContentEncoding)
        {
            if (!string.IsNullOrEmpty(encoding) && !encoding.Equals("identity", StringComparison.OrdinalIgnoreCase))
                throw new RefusedException(HttpErrors.EncodedBody);
        }
    }
}

using System.Buffers;
using Microsoft.Extensions.Primitives;

namespace Kayse.WebHost.Http.Json;

/// <summary>Answers with JSON that is bytes already, for the most frequent answers.</summary>
internal static class ReadyJson
{
    private const string Type = "application/json; charset=utf-8";
    private static readonly StringValues _noStore = "no-store";

    /// <summary>Hands the bytes over; the server flushes what has been written when the request ends.</summary>
    public static Task SendAsync(HttpResponse response, ReadOnlySpan<byte> json)
    {
        response.ContentType = Type;
        response.ContentLength = json.Length;
        response.Headers.CacheControl = _noStore;
        response.BodyWriter.Write(json);
        return Task.CompletedTask;
    }
}

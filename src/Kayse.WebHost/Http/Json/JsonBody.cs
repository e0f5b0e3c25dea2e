using System.Text.Json;
using Kayse.Grains.Errors;

namespace Kayse.WebHost.Http.Json;

/// <summary>A request's JSON as the type that an endpoint takes.</summary>
internal static class JsonBody
{
    /// <summary>
    /// Reads a body and checks its form; without an asynchronous step where all of it has arrived with the headers.
    /// </summary>
    public static ValueTask<T> ReadAsync<T>(HttpRequest request, CancellationToken cancellationToken)
        where T : class
    {
        if (
            request.ContentLength is > 0 and < BodyBytes.MaxLength
            && request.Headers.ContentEncoding.Count == 0
            && BodyBytes.IsUtf8Json(request.ContentType)
            && request.BodyReader.TryRead(out var read)
        )
        {
            var used = read.Buffer.Start;
            try
            {
                if (read.Buffer.IsSingleSegment && read.Buffer.Length == request.ContentLength)
                {
                    used = read.Buffer.End;
                    return new ValueTask<T>(Parse<T>(read.Buffer.FirstSpan));
                }
            }
            finally
            {
                request.BodyReader.AdvanceTo(used);
            }
        }

        return new ValueTask<T>(ReadAllAsync<T>(request, cancellationToken));
    }

    /// <summary>
    /// What the JSON says; refuses what is no such object or lacks a member, naming all that is at fault.
    /// </summary>
    public static T Parse<T>(ReadOnlySpan<byte> json)
        where T : class
    {
        try
        {
            if (JsonSerializer.Deserialize<T>(json, JsonFormat.Requests) is { } value && RequiredMembers.AreThere(value))
                return value;
        }
        catch (JsonException)
        {
            // What is wrong is looked for below: the exception stops at the first fault, and speaks of our types.
        }

        throw new RefusedException(BodyFaults.Find<T>(json));
    }

    private static async Task<T> ReadAllAsync<T>(HttpRequest request, CancellationToken cancellationToken)
        where T : class
    {
        using var bytes = await BodyBytes.ReadAsync(request, cancellationToken);
        return Parse<T>(bytes.Span);
    }
}

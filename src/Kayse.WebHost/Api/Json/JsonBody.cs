using System.Text.Json;
using Kayse.Grains.Errors;
using Kayse.WebHost.Api.Problems;

namespace Kayse.WebHost.Api.Json;

/// <summary>A request's JSON as the type that an endpoint takes.</summary>
internal static class JsonBody
{
    /// <summary>Reads a body and checks its form; without an asynchronous step where all of it has arrived with the headers.</summary>
    public static ValueTask<T> ReadAsync<T>(HttpRequest request, CancellationToken cancellationToken)
        where T : class
    {
        if (request.ContentLength is > 0 and < BodyBytes.MaxLength && BodyBytes.IsUtf8Json(request.ContentType) && request.BodyReader.TryRead(out var read))
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

    /// <summary>What the JSON says; refuses what is no such object or lacks a member.</summary>
    public static T Parse<T>(ReadOnlySpan<byte> json)
        where T : class
    {
        var value = Deserialize<T>(json);
        return RequiredMembers.FindMissing(value) is { } missing ? throw new RefusedException(missing) : value;
    }

    private static async Task<T> ReadAllAsync<T>(HttpRequest request, CancellationToken cancellationToken)
        where T : class
    {
        using var bytes = await BodyBytes.ReadAsync(request, cancellationToken);
        return Parse<T>(bytes.Span);
    }

    private static T Deserialize<T>(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(json, JsonFormat.Requests) ?? throw new RefusedException(HttpErrors.Body("The body must be a JSON object."));
        }
        catch (JsonException exception)
        {
            throw new RefusedException(BodyErrors.Of<T>(exception));
        }
    }
}

using System.Text.Json;
using Kayse.Grains.Idempotency;
using Kayse.WebHost.Http.Callers;
using Kayse.WebHost.Http.Json;
using Kayse.WebHost.Http.Versions;

namespace Kayse.WebHost.Http.Idempotency;

/// <summary>
/// Answers a request, and its repetitions within 24 hours with the same, to a caller who may still make it. Refusals
/// aren't kept: they have changed nothing.
/// </summary>
internal sealed class IdempotentResponses(IGrainFactory grains)
{
    /// <summary>Of a request whose repetition needs no more than the right to use the endpoint.</summary>
    public Task<IResult> RunAsync(HttpContext context, RequestKey key, Func<Task<Creation>> create) =>
        RunAsync(key, () => CompanyAccess.EnsureAsync(context, grains), create);

    /// <param name="key">Tells the request and its repetitions.</param>
    /// <param name="ensureStillMay">Refuses who may no longer do it: they don't get the answer again, either.</param>
    /// <param name="create">Does it.</param>
    public async Task<IResult> RunAsync(RequestKey key, Func<Task> ensureStillMay, Func<Task<Creation>> create)
    {
        if (key.GrainKey is not { } grainKey)
            return new StoredResult((await create()).ToResponse());
        var kept = grains.GetGrain<IIdempotencyGrain>(grainKey);
        if (await kept.FindAsync(key.RequestHash) is { } earlier)
        {
            await ensureStillMay();
            return new StoredResult(earlier);
        }

        var response = (await create()).ToResponse();
        await kept.StoreAsync(key.RequestHash, response);
        // Of two at once the first to store gives the answer for both.
        return new StoredResult(await kept.FindAsync(key.RequestHash) ?? response);
    }
}

/// <summary>Something created, where it is found, and the version of what people edit.</summary>
internal sealed record Creation(object Body, string? Location, long? Version = null)
{
    /// <summary>201, or 200 for what is no new resource.</summary>
    public int Status { get; init; } = StatusCodes.Status201Created;

    public StoredResponse ToResponse() =>
        new(Status, "application/json; charset=utf-8", JsonSerializer.SerializeToUtf8Bytes(Body, JsonFormat.Responses), Location)
        {
            ETag = Version is { } version ? EntityTag.Of(version) : null,
        };
}

/// <summary>Gives an answer that is bytes already.</summary>
internal sealed class StoredResult(StoredResponse stored) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = stored.Status;
        response.ContentType = stored.ContentType;
        response.ContentLength = stored.Body.Length;
        if (stored.Location is not null)
            response.Headers.Location = stored.Location;
        if (stored.ETag is not null)
            response.Headers.ETag = stored.ETag;
        return response.Body.WriteAsync(stored.Body, httpContext.RequestAborted).AsTask();
    }
}

using System.Runtime.CompilerServices;
using System.Text.Json;
using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace Kayse.Client;

/// <summary>Sends calls with one token and reads what comes back.</summary>
internal sealed class KayseCalls(IHttpClientFactory http, string name, string? token)
{
    /// <summary>The same with another token.</summary>
    public KayseCalls With(string other) => new(http, name, other);

    public Task<T> GetAsync<T>(string path, CancellationToken ct) => SendAsync<T>(new KayseRequest(HttpMethod.Get, path), ct);

    public Task PostAsync(string path, object? body, CancellationToken ct) =>
        SendAsync(new KayseRequest(HttpMethod.Post, path) { Body = body }, ct);

    public Task<T> PostAsync<T>(string path, object? body, CancellationToken ct) =>
        SendAsync<T>(new KayseRequest(HttpMethod.Post, path) { Body = body }, ct);

    /// <summary>A POST that creates: its key lets it be repeated when it is not known what became of it.</summary>
    public Task<T> CreateAsync<T>(string path, object body, string? idempotencyKey, CancellationToken ct) =>
        SendAsync<T>(
            new KayseRequest(HttpMethod.Post, path) { Body = body, IdempotencyKey = idempotencyKey ?? Guid.NewGuid().ToString("N") },
            ct
        );

    public Task<T> PatchAsync<T>(string path, object body, CancellationToken ct) =>
        SendAsync<T>(new KayseRequest(HttpMethod.Patch, path) { Body = body }, ct);

    public Task DeleteAsync(string path, CancellationToken ct) => SendAsync(new KayseRequest(HttpMethod.Delete, path), ct);

    /// <summary>A list from its first page to its last, one page at a time as it is read.</summary>
    public async IAsyncEnumerable<T> ListAsync<T>(string path, [EnumeratorCancellation] CancellationToken ct)
    {
        string? cursor = null;
        do
        {
            var page = await GetAsync<Page<T>>(path.WithQuery(("limit", "200"), ("cursor", cursor)), ct).ConfigureAwait(false);
            foreach (var item in page.Items)
                yield return item;
            cursor = page.NextCursor;
        } while (cursor is not null);
    }

    public async Task<T> SendAsync<T>(KayseRequest request, CancellationToken ct)
    {
        try
        {
            using var response = await ExchangeAsync(request, ct).ConfigureAwait(false);
            return await ReadAsync<T>(response, ct).ConfigureAwait(false);
        }
        catch (JsonException exception)
        {
            throw new KayseUnavailableException("What came back is not an answer of Kayse.", exception);
        }
    }

    public async Task SendAsync(KayseRequest request, CancellationToken ct) =>
        (await ExchangeAsync(request, ct).ConfigureAwait(false)).Dispose();

    private async Task<HttpResponseMessage> ExchangeAsync(KayseRequest request, CancellationToken ct)
    {
        using var message = request.ToMessage(token);
        using var client = http.CreateClient(name);
        try
        {
            var response = await client.SendAsync(message, ct).ConfigureAwait(false);
            if (response.IsSuccessStatusCode)
                return response;
            using (response)
                throw await KayseProblem.ReadAsync(response, ct).ConfigureAwait(false);
        }
        catch (Exception exception) when (IsOutage(exception, ct))
        {
            throw new KayseUnavailableException("Kayse can't be reached, or took too long.", exception);
        }
    }

    private static async Task<T> ReadAsync<T>(HttpResponseMessage response, CancellationToken ct)
    {
        await using var body = await response.Content.ReadAsStreamAsync(ct).ConfigureAwait(false);
        return await JsonSerializer.DeserializeAsync<T>(body, KayseJson.Options, ct).ConfigureAwait(false)
            ?? throw new JsonException("The body is null.");
    }

    private static bool IsOutage(Exception exception, CancellationToken ct) =>
        exception is HttpRequestException or TimeoutRejectedException or BrokenCircuitException or ExecutionRejectedException
        || (exception is OperationCanceledException && !ct.IsCancellationRequested);

    private sealed record Page<T>(IReadOnlyList<T> Items, string? NextCursor);
}

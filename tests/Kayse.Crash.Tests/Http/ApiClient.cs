using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Kayse.Crash.Http;

/// <summary>Speaks to one start of the host, or to a cluster, whose living answer for the dead with faults.</summary>
internal sealed class ApiClient : IDisposable
{
    private readonly HttpClient _http;
    private readonly bool _isCluster;

    public ApiClient(Uri address, bool isCluster = false)
    {
        _isCluster = isCluster;
        _http = new HttpClient(new SocketsHttpHandler { UseCookies = false, UseProxy = false })
        {
            BaseAddress = new Uri(address, "/api/v1/"),
            Timeout = TimeSpan.FromSeconds(45),
        };
    }

    public void Dispose() => _http.Dispose();

    public Task<Answer> GetAsync(string path, string? token) => SendAsync(new Call(HttpMethod.Get, path, token));

    public Task<Answer> PostAsync(string path, string? token, object? body) => SendAsync(new Call(HttpMethod.Post, path, token, body));

    public async Task<Answer> SendAsync(Call call)
    {
        using var request = new HttpRequestMessage(call.Method, call.Path);
        if (call.Token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", call.Token);
        if (call.IdempotencyKey is not null)
            request.Headers.Add("Idempotency-Key", call.IdempotencyKey);
        if (call.Body is not null)
            request.Content = JsonContent.Create(call.Body);
        try
        {
            using var response = await _http.SendAsync(request);
            var body = await response.Content.ReadAsByteArrayAsync();
            if (_isCluster && (int)response.StatusCode >= 500)
                return Answer.None;
            return new Answer((int)response.StatusCode, body.Length == 0 ? default : JsonDocument.Parse(body).RootElement);
        }
        catch (Exception exception)
            when (exception is HttpRequestException or IOException || (_isCluster && exception is TaskCanceledException))
        {
            return Answer.None;
        }
    }
}

/// <summary>One request.</summary>
internal sealed record Call(HttpMethod Method, string Path, string? Token, object? Body = null)
{
    public string? IdempotencyKey { get; init; }
}

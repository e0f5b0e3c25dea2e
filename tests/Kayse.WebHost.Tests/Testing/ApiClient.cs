using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kayse.WebHost.Tests.Testing;

/// <summary>Calls the API as its clients do: JSON in, JSON out, nothing of ours in between.</summary>
public sealed class ApiClient(HttpClient http)
{
    public string? Token { get; init; }

    public Task<ApiAnswer> GetAsync(string path, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Get, path, null, headers);

    public Task<ApiAnswer> PostAsync(string path, object? body = null, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Post, path, body, headers);

    public Task<ApiAnswer> PatchAsync(string path, object body) => SendAsync(HttpMethod.Patch, path, body);

    public Task<ApiAnswer> DeleteAsync(string path) => SendAsync(HttpMethod.Delete, path, null);

    public Task<ApiAnswer> SendAsync(HttpMethod method, string path, object? body, params (string Name, string Value)[] headers)
    {
        var json = body as string ?? (body is null ? null : JsonSerializer.Serialize(body));
        return SendRawAsync(method, path, json is null ? null : new StringContent(json, Encoding.UTF8, "application/json"), headers);
    }

    public async Task<ApiAnswer> SendRawAsync(
        HttpMethod method,
        string path,
        HttpContent? content,
        params (string Name, string Value)[] headers
    )
    {
        using var request = new HttpRequestMessage(method, path.StartsWith('/') ? path : $"/api/v1/{path}") { Content = content };
        if (Token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value).ShouldBeTrue();
        using var response = await http.SendAsync(request);
        return new ApiAnswer(
            response.StatusCode,
            response
                .Headers.Concat(response.Content.Headers)
                .ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase),
            await response.Content.ReadAsStringAsync()
        );
    }
}

/// <summary>What came back.</summary>
public sealed record ApiAnswer(HttpStatusCode Status, IReadOnlyDictionary<string, string> Headers, string Text)
{
    private readonly JsonNode? _json =
        Text.Length > 0 && Headers.GetValueOrDefault("Content-Type")?.Contains("json", StringComparison.Ordinal) == true
            ? JsonNode.Parse(Text)
            : null;

    public JsonObject Json => _json.ShouldBeOfType<JsonObject>(Text);

    public string? Code => _json?["code"]?.GetValue<string>();

    public string? Header(string name) => Headers.GetValueOrDefault(name);

    /// <summary>A text in the JSON, by a path such as <c>session.token</c>.</summary>
    public string At(string path) =>
        path.Split('.').Aggregate((JsonNode?)Json, (node, name) => node?[name]).ShouldNotBeNull(path).GetValue<string>();

    public ApiAnswer ShouldBe(HttpStatusCode status)
    {
        Status.ShouldBe(status, Text);
        return this;
    }

    /// <summary>That it is a problem of that code, in the form of the contract.</summary>
    public ApiAnswer ShouldRefuse(HttpStatusCode status, string code)
    {
        ShouldBe(status);
        Header("Content-Type").ShouldBe("application/problem+json");
        Code.ShouldBe(code, Text);
        foreach (var name in new[] { "type", "title", "detail", "traceId" })
            Json[name].ShouldNotBeNull(name).GetValue<string>().ShouldNotBeNullOrWhiteSpace(name);
        Json["status"]!.GetValue<int>().ShouldBe((int)status);
        return this;
    }
}

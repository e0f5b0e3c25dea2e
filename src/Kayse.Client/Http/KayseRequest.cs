using System.Net.Http.Headers;
using System.Text.Json;

namespace Kayse.Client;

/// <summary>A call of the API, ready to be sent.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">Relative to the base of the API; see <see cref="KaysePath"/>.</param>
internal sealed record KayseRequest(HttpMethod Method, string Path)
{
    private static readonly HttpRequestOptionsKey<bool> _repeatable = new("Kayse.Repeatable");

    /// <summary>Sent as JSON; null: no body.</summary>
    public object? Body { get; init; }

    /// <summary>Makes a POST that creates repeatable; null: it isn't.</summary>
    public string? IdempotencyKey { get; init; }

    /// <summary>Whether a POST may be repeated, because it only asks, or what it sends is known by its ids.</summary>
    public bool OnlyAsks { get; init; }

    /// <summary>Whether a request may be sent again when it is not known what became of it.</summary>
    public static bool IsRepeatable(HttpRequestMessage request) =>
        request.Options.TryGetValue(_repeatable, out var repeatable) && repeatable;

    public HttpRequestMessage ToMessage(string? token)
    {
        var message = new HttpRequestMessage(Method, Path);
        message.Options.Set(
            _repeatable,
            OnlyAsks || IdempotencyKey is not null || Method == HttpMethod.Get || Method == HttpMethod.Put || Method == HttpMethod.Delete
        );
        message.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        if (token is not null)
            message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (IdempotencyKey is not null)
            message.Headers.Add("Idempotency-Key", IdempotencyKey);
        if (Body is not null)
        {
            message.Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(Body, Body.GetType(), KayseJson.Options));
            message.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }

        return message;
    }
}

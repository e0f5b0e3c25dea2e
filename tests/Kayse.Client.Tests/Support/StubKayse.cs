using System.Net;
using System.Text;

namespace Kayse.Client.Tests.Support;

/// <summary>Stands for Kayse behind an HTTP client: answers as scripted and records what it was asked.</summary>
internal sealed class StubKayse : HttpMessageHandler
{
    private readonly Queue<Func<HttpRequestMessage, HttpResponseMessage>> _script = [];
    private Func<HttpRequestMessage, HttpResponseMessage> _otherwise = _ => Session();

    public List<RecordedRequest> Requests { get; } = [];

    /// <summary>Answers the next request so, and requests beyond the script like any other.</summary>
    public StubKayse Then(Func<HttpRequestMessage, HttpResponseMessage> answer)
    {
        _script.Enqueue(answer);
        return this;
    }

    public StubKayse Then(HttpStatusCode status, string code, string? reason = null, int? retryAfter = null) =>
        Then(_ => Problem(status, code, reason, retryAfter));

    public StubKayse ThenFails() => Then(_ => throw new HttpRequestException("Connection refused"));

    public StubKayse Always(Func<HttpRequestMessage, HttpResponseMessage> answer)
    {
        _otherwise = answer;
        return this;
    }

    public StubKayse AlwaysFails() => Always(_ => throw new HttpRequestException("Connection refused"));

    public static HttpResponseMessage Session(
        string permissions = "\"crm.access\"",
        string expiresAt = "2126-01-05T09:30:00Z",
        string scopes = ""
    ) =>
        Json(
            $$"""
            {"id":"s1","user":{"id":"u1","fullName":"Ada Vale","email":"ada@firm.example"},"company":{"id":"c1","name":"Vale Law"},
            "role":"user","permissions":[{{permissions}}],"caseAccess":"assigned","caseTypes":["car crash"],"agentAccess":"all",
            "agentIds":null,{{scopes}}"expiresAt":"{{expiresAt}}","somethingNew":true}
            """
        );

    public static HttpResponseMessage Problem(HttpStatusCode status, string code, string? reason = null, int? retryAfter = null)
    {
        var response = Json(
            $$"""
            {"type":"urn:kayse:problem:{{code}}","title":"T","status":{{(int)status}},"detail":"What happened.","code":"{{code}}",
            {{(reason is null ? "" : $"\"reason\":\"{reason}\",")}}"errors":{"email":["Taken."]},"traceId":"t1"}
            """,
            status,
            "application/problem+json"
        );
        if (retryAfter is { } seconds)
            response.Headers.RetryAfter = new(TimeSpan.FromSeconds(seconds));
        return response;
    }

    public static HttpResponseMessage Json(
        string json,
        HttpStatusCode status = HttpStatusCode.OK,
        string mediaType = "application/json"
    ) => new(status) { Content = new StringContent(json, Encoding.UTF8, mediaType) };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken);
        lock (Requests)
        {
            Requests.Add(
                new RecordedRequest(
                    request.Method,
                    request.RequestUri!.PathAndQuery,
                    request.Headers.Authorization?.ToString(),
                    request.Headers.TryGetValues("Idempotency-Key", out var keys) ? keys.Single() : null,
                    body
                )
            );
            return _script.TryDequeue(out var answer) ? answer(request) : _otherwise(request);
        }
    }
}

internal sealed record RecordedRequest(HttpMethod Method, string Path, string? Authorization, string? IdempotencyKey, string? Body);

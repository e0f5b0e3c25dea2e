using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Kayse.WebHost.Tests.Testing;

namespace Kayse.WebHost.Tests.Notifications;

/// <summary>A stream of notifications as a client reads it.</summary>
public sealed class OpenStream : IDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(20);

    private readonly HttpResponseMessage _response;
    private readonly StreamReader _reader;

    private OpenStream(HttpResponseMessage response, StreamReader reader) => (_response, _reader) = (response, reader);

    public HttpResponseMessage Response => _response;

    public static async Task<OpenStream> OpenAsync(KayseApp app, Person person, string? lastEventId = null, string query = "")
    {
        var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/me/notifications/stream{query}");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", person.Token);
        request.Headers.Accept.ParseAdd("text/event-stream");
        request.Headers.AcceptEncoding.ParseAdd("br, gzip");
        if (lastEventId is not null)
            request.Headers.TryAddWithoutValidation("Last-Event-ID", lastEventId).ShouldBeTrue();
        var response = await app.Http().SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return new OpenStream(response, new StreamReader(await response.Content.ReadAsStreamAsync()));
    }

    /// <summary>One that has begun: its first event, which says how many are unread, is read.</summary>
    public static async Task<OpenStream> BegunAsync(KayseApp app, Person person)
    {
        var stream = await OpenAsync(app, person);
        stream.Response.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await stream.BlockAsync()).ShouldBe(["retry: 5000"]);
        (await stream.EventAsync()).Name.ShouldBe("unread");
        return stream;
    }

    /// <summary>The lines up to the next empty one; null at the end.</summary>
    public async Task<IReadOnlyList<string>?> BlockAsync()
    {
        var lines = new List<string>();
        while (await _reader.ReadLineAsync().WaitAsync(_patience) is { } line)
        {
            if (line.Length == 0)
                return lines;
            lines.Add(line);
        }

        lines.ShouldBeEmpty("the stream ended within an event");
        return null;
    }

    /// <summary>The next event; comments are passed over.</summary>
    public async Task<StreamEvent> EventAsync()
    {
        while (true)
        {
            var lines = (await BlockAsync()).ShouldNotBeNull("the stream has ended");
            if (lines is [":"])
                continue;
            lines.Count.ShouldBe(3, string.Join('\n', lines));
            return new StreamEvent(
                After(lines[0], "id: "),
                After(lines[1], "event: "),
                JsonNode.Parse(After(lines[2], "data: "))!.AsObject()
            );
        }
    }

    public void Dispose()
    {
        _reader.Dispose();
        _response.Dispose();
    }

    private static string After(string line, string name)
    {
        line.ShouldStartWith(name);
        return line[name.Length..];
    }
}

/// <summary>An event of a stream.</summary>
public sealed record StreamEvent(string Id, string Name, JsonObject Data);

using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using Kayse.WebHost.Http.Json;

namespace Kayse.WebHost.Notifications.Streaming;

/// <summary>
/// Writes server-sent events (HTML standard, section 9.2). Data is JSON in one line, in which a line end of a text is
/// escaped, so no text can begin another event.
/// </summary>
internal sealed class EventStreamWriter(PipeWriter output)
{
    public const string ContentType = "text/event-stream";

    /// <summary>After how long a client is to come again when the connection breaks.</summary>
    public void Retry(TimeSpan after) =>
        Write(string.Create(CultureInfo.InvariantCulture, $"retry: {(long)after.TotalMilliseconds}\n\n"));

    /// <summary>A line that clients ignore, by which they and proxies see that the connection is alive.</summary>
    public void Heartbeat() => Write(":\n\n");

    /// <summary>An event with an id, from which a client goes on when it comes again.</summary>
    public void Event<T>(string name, long id, T data)
    {
        Write(string.Create(CultureInfo.InvariantCulture, $"id: {id}\nevent: {name}\ndata: "));
        using (var json = new Utf8JsonWriter(output))
            JsonSerializer.Serialize(json, data, JsonFormat.Responses);
        Write("\n\n");
    }

    public async Task FlushAsync(CancellationToken cancellationToken) => await output.FlushAsync(cancellationToken);

    private void Write(string text) => Encoding.UTF8.GetBytes(text, output);
}

using Kayse.Grains.Notifications;
using Kayse.Grains.Sessions;

namespace Kayse.WebHost.Notifications.Streaming;

/// <summary>
/// Serves a stream from its beginning to its end. Being told of a change is only a hint: what has changed is read from the
/// feed, after whatever was sent last.
/// </summary>
internal sealed class NotificationStreaming(
    NotificationStreams streams,
    LiveSessions sessions,
    IHostApplicationLifetime lifetime,
    ILogger<NotificationStreaming> logger
)
{
    private const int MaxReplayed = 200;
    private static readonly TimeSpan _retry = TimeSpan.FromSeconds(5);

    /// <summary>Streams until the client goes away, the session ends or the host stops.</summary>
    /// <param name="response">Where to.</param>
    /// <param name="key">Whose feed.</param>
    /// <param name="owner">For which session.</param>
    /// <param name="after">The id of the last event that the client has; null when it has none.</param>
    public async Task ServeAsync(HttpResponse response, FeedKey key, StreamOwner owner, long? after)
    {
        using var stream = streams.Open(key, owner);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(
            response.HttpContext.RequestAborted,
            lifetime.ApplicationStopping
        );
        var writer = new EventStreamWriter(response.BodyWriter);
        var head = await stream.Feed.SubscribeAsync();
        Begin(response);
        // HEAD asks for the headers alone.
        if (response.Body == Stream.Null)
            return;
        try
        {
            writer.Retry(_retry);
            var sent = after ?? head.Sequence;
            if (after is null)
                writer.Event("unread", head.Sequence, UnreadResponse.Of(head));
            else
                sent = await SendChangesAsync(writer, stream.Feed, sent);
            await FollowAsync(writer, stream, sent, ending.Token);
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            // The client has gone, or the host stops.
        }
        catch (Exception exception) when (exception is TimeoutException or OrleansException)
        {
            logger.LogInformation(exception, "A stream of notifications ended early; its client comes again.");
        }
    }

    private async Task FollowAsync(EventStreamWriter writer, NotificationStream stream, long sent, CancellationToken ending)
    {
        await writer.FlushAsync(ending);
        while (true)
        {
            await stream.WaitAsync(ending);
            if (!await stream.Owner.IsLiveAsync(sessions))
            {
                writer.Event("end", sent, new StreamEndResponse("session_ended"));
                await writer.FlushAsync(ending);
                return;
            }

            await stream.Feed.RenewAsync();
            if (stream.Feed.Latest > sent)
                sent = await SendChangesAsync(writer, stream.Feed, sent);
            else
                writer.Heartbeat();
            await writer.FlushAsync(ending);
        }
    }

    private static async Task<long> SendChangesAsync(EventStreamWriter writer, FollowedFeed feed, long after)
    {
        var changes = await feed.Inbox.ReadChangesAsync(feed.Key.CompanyId, after, MaxReplayed);
        foreach (var item in changes.Items)
            writer.Event("notification", item.Sequence, NotificationResponse.Of(item));
        writer.Event(changes.Resync ? "resync" : "unread", changes.Head.Sequence, UnreadResponse.Of(changes.Head));
        return changes.Head.Sequence;
    }

    // Proxies are asked not to wait for more before they pass something on.
    private static void Begin(HttpResponse response)
    {
        response.ContentType = EventStreamWriter.ContentType;
        response.Headers.ContentEncoding = "identity";
        response.Headers["X-Accel-Buffering"] = "no";
    }
}

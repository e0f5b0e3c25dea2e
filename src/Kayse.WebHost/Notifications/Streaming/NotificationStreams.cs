using Kayse.Grains.Errors;

namespace Kayse.WebHost.Notifications.Streaming;

/// <summary>The streams that are open on this host, and the feeds that they follow.</summary>
internal sealed class NotificationStreams(IGrainFactory grains, TimeProvider clock)
{
    /// <summary>How many a session may have open here at once.</summary>
    public const int MaxPerSession = 5;

    /// <summary>The session has too many open already.</summary>
    public static readonly Refusal TooMany = new(
        "stream_limit_reached",
        $"This session has {MaxPerSession} open streams. Close one first, or share one between tabs."
    );

    private readonly Lock _lock = new();
    private readonly Dictionary<FeedKey, FollowedFeed> _feeds = [];
    private readonly Dictionary<string, int> _perSession = new(StringComparer.Ordinal);
    private int _count;
    private int _opened;

    /// <summary>How many are open.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <summary>Opens one; refuses one more than a session may have. It is closed by being disposed of.</summary>
    public NotificationStream Open(FeedKey key, StreamOwner owner)
    {
        lock (_lock)
        {
            var open = _perSession.GetValueOrDefault(owner.SessionId);
            if (open == MaxPerSession)
                throw new RefusedException(TooMany);
            _perSession[owner.SessionId] = open + 1;
            _count++;
            if (!_feeds.TryGetValue(key, out var feed))
                _feeds[key] = feed = new FollowedFeed(key, grains, clock);
            var stream = new NotificationStream(this, feed, owner, ++_opened & int.MaxValue, clock);
            feed.Add(stream);
            return stream;
        }
    }

    /// <summary>Forgets one that has ended.</summary>
    public void Close(NotificationStream stream)
    {
        lock (_lock)
        {
            _count--;
            var open = _perSession[stream.Owner.SessionId] - 1;
            if (open == 0)
                _perSession.Remove(stream.Owner.SessionId);
            else
                _perSession[stream.Owner.SessionId] = open;
            if (stream.Feed.Remove(stream))
                return;
            _feeds.Remove(stream.Feed.Key);
        }

        stream.Feed.Unsubscribe();
    }
}

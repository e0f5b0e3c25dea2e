using Kayse.Grains.Notifications;

namespace Kayse.WebHost.Notifications.Streaming;

/// <summary>
/// A feed that streams of this host follow. Its inbox tells it of changes; a hint that is lost is made up for when the
/// subscription is renewed.
/// </summary>
internal sealed class FollowedFeed(FeedKey key, IGrainFactory grains, TimeProvider clock) : INotificationObserver
{
    private readonly HashSet<NotificationStream> _streams = [];
    private readonly Lock _lock = new();
    private INotificationObserver? _reference;
    private long _renewedAt;
    private long _latest;

    public FeedKey Key => key;

    /// <summary>Where the feed stands, as far as this host knows.</summary>
    public long Latest => Volatile.Read(ref _latest);

    /// <summary>The grain that owns the feed.</summary>
    public INotificationInboxGrain Inbox => grains.GetGrain<INotificationInboxGrain>(key.UserId);

    public void Add(NotificationStream stream)
    {
        lock (_lock)
            _streams.Add(stream);
    }

    /// <summary>Whether others are left.</summary>
    public bool Remove(NotificationStream stream)
    {
        lock (_lock)
        {
            _streams.Remove(stream);
            return _streams.Count > 0;
        }
    }

    /// <summary>Has the inbox tell of changes from now on, and says where the feed stands.</summary>
    public async Task<NotificationHead> SubscribeAsync()
    {
        Volatile.Write(ref _renewedAt, clock.GetTimestamp());
        var head = await Inbox.SubscribeAsync(key.CompanyId, Reference());
        Raise(head.Sequence);
        return head;
    }

    /// <summary>The same when it is time for it. Of several streams one does it.</summary>
    public async Task RenewAsync()
    {
        var last = Volatile.Read(ref _renewedAt);
        if (clock.GetElapsedTime(last) < NotificationHints.RenewEvery)
            return;
        if (Interlocked.CompareExchange(ref _renewedAt, clock.GetTimestamp(), last) == last)
            await SubscribeAsync();
    }

    /// <summary>Tells the inbox that nobody follows it here any more.</summary>
    public void Unsubscribe()
    {
        INotificationObserver? reference;
        lock (_lock)
            (reference, _reference) = (_reference, null);
        if (reference is null)
            return;
        Inbox.UnsubscribeAsync(reference).Ignore();
        grains.DeleteObjectReference<INotificationObserver>(reference);
    }

    /// <inheritdoc/>
    public Task FeedChangedAsync(string userId, string companyId, long sequence)
    {
        Raise(sequence);
        lock (_lock)
        {
            foreach (var stream in _streams)
                stream.Wake();
        }

        return Task.CompletedTask;
    }

    private INotificationObserver Reference()
    {
        lock (_lock)
            return _reference ??= grains.CreateObjectReference<INotificationObserver>(this);
    }

    private void Raise(long sequence)
    {
        var known = Volatile.Read(ref _latest);
        while (known < sequence)
        {
            var before = Interlocked.CompareExchange(ref _latest, sequence, known);
            if (before == known)
                return;
            known = before;
        }
    }
}

namespace Kayse.Grains.Notifications;

/// <summary>Who is told of changes of an inbox. Only in memory: they come again, and read what they missed.</summary>
internal sealed class InboxObservers(string userId, TimeProvider clock)
{
    private readonly Dictionary<(INotificationObserver Observer, string CompanyId), DateTimeOffset> _until = [];

    public void Add(INotificationObserver observer, string companyId) =>
        _until[(observer, companyId)] = clock.GetUtcNow() + NotificationHints.Lease;

    public void Remove(INotificationObserver observer)
    {
        foreach (var key in _until.Keys.Where(key => key.Observer.Equals(observer)).ToList())
            _until.Remove(key);
    }

    /// <summary>Tells those who watch a company's feed. Nobody waits for it.</summary>
    public void Tell(string companyId, long sequence)
    {
        foreach (var (key, until) in _until.ToList())
        {
            if (until <= clock.GetUtcNow())
                _until.Remove(key);
            else if (key.CompanyId == companyId)
                key.Observer.FeedChangedAsync(userId, companyId, sequence).Ignore();
        }
    }
}

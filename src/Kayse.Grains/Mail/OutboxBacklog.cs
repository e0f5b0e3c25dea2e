namespace Kayse.Grains.Mail;

/// <summary>Which mails of an outbox wait, and since when, for the meter, which reads it at any time.</summary>
internal sealed class OutboxBacklog(OutboxMeter meter) : IDisposable
{
    private readonly Lock _lock = new();
    private readonly SortedSet<(DateTimeOffset QueuedAt, string Id)> _waiting = [];

    public int Count
    {
        get
        {
            lock (_lock)
                return _waiting.Count;
        }
    }

    /// <summary>Since when the oldest waits; null when none does.</summary>
    public DateTimeOffset? Oldest
    {
        get
        {
            lock (_lock)
                return _waiting.Count == 0 ? null : _waiting.Min.QueuedAt;
        }
    }

    /// <summary>Notes how a mail stands: it waits unless it is gone or given up.</summary>
    public void Note(QueuedMail mail, bool isGone)
    {
        lock (_lock)
        {
            if (isGone || mail.FailedAt is not null)
                _waiting.Remove((mail.QueuedAt, mail.Id));
            else
                _waiting.Add((mail.QueuedAt, mail.Id));
        }
    }

    public void Dispose() => meter.Close(this);
}

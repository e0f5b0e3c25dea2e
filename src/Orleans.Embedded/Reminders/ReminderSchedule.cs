namespace Orleans.Runtime;

/// <summary>The reminders in memory, by grain and by when they are due. Used under the service's lock.</summary>
internal sealed class ReminderSchedule
{
    private readonly Dictionary<(GrainId Grain, string Name), ReminderAgendaItem> _items = [];
    private readonly PriorityQueue<ReminderAgendaItem, DateTime> _queue = new();

    /// <summary>Keys that were changed since the table began to be read; what was read of them may be old. Null while nothing is read.</summary>
    private HashSet<(GrainId Grain, string Name)>? _changed;

    /// <summary>Everything in the table that is due before this (UTC) is here.</summary>
    public DateTime Horizon { get; set; } = DateTime.MinValue;

    /// <summary>How many there are, those being delivered included.</summary>
    public int Count => _items.Count;

    public void BeginRead() => _changed = [];

    /// <summary>Adds what the table had, except what is here already or was changed meanwhile.</summary>
    public void EndRead(IEnumerable<Embedded.DueReminder> rows)
    {
        var changed = _changed!;
        _changed = null;
        foreach (var row in rows)
        {
            var item = new ReminderAgendaItem(row.Entry, row.NextDue);
            if (!changed.Contains(item.Key) && _items.TryAdd(item.Key, item))
                _queue.Enqueue(item, item.NextDue);
        }
    }

    public void AbandonRead() => _changed = null;

    /// <summary>A reminder was registered: it replaces the one before and is held if it is due soon.</summary>
    public void Put(ReminderEntry entry)
    {
        var item = new ReminderAgendaItem(entry, entry.StartAt);
        if (_items.TryGetValue(item.Key, out var known) && string.Equals(known.Entry.ETag, entry.ETag, StringComparison.Ordinal))
            return;
        Remove(item.Key);
        if (!Holds(item))
            return;
        _items[item.Key] = item;
        _queue.Enqueue(item, item.NextDue);
    }

    public void Remove((GrainId Grain, string Name) key)
    {
        _changed?.Add(key);
        _items.Remove(key);
    }

    /// <summary>Whether the item has been neither replaced nor removed.</summary>
    public bool IsCurrent(ReminderAgendaItem item) => _items.TryGetValue(item.Key, out var current) && current == item;

    /// <summary>The item was delivered: it is held for its next tick if that is soon.</summary>
    public void Advance(ReminderAgendaItem item)
    {
        if (!IsCurrent(item))
            return;
        if (Holds(item))
            _queue.Enqueue(item, item.NextDue);
        else
            Remove(item.Key);
    }

    /// <summary>The next item that is due, to be delivered; it stays known until <see cref="Advance"/>.</summary>
    public ReminderAgendaItem? TakeDue(DateTime now)
    {
        DropStale();
        return _queue.TryPeek(out var item, out var due) && due <= now ? _queue.Dequeue() : null;
    }

    /// <summary>When the next item is due, or null.</summary>
    public DateTime? NextDue()
    {
        DropStale();
        return _queue.TryPeek(out _, out var due) ? due : null;
    }

    /// <summary>While the table is read, everything is: what is read of it will be passed over.</summary>
    private bool Holds(ReminderAgendaItem item) => item.NextDue < Horizon || _changed is not null;

    private void DropStale()
    {
        while (_queue.TryPeek(out var item, out _) && !IsCurrent(item))
            _queue.Dequeue();
    }
}

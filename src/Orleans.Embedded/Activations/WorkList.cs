namespace Orleans.Runtime;

/// <summary>A first-in-first-out list that costs no memory beside its items.</summary>
internal struct WorkList
{
    private WorkItem? _last;

    public WorkItem? First { get; private set; }

    public void Add(WorkItem item)
    {
        item.Next = null;
        if (_last is null)
            First = item;
        else
            _last.Next = item;
        _last = item;
    }

    public WorkItem? Take()
    {
        var item = First;
        if (item is not null)
            Remove(item, before: null);
        return item;
    }

    /// <summary>Removes an item, given the one before it.</summary>
    public void Remove(WorkItem item, WorkItem? before)
    {
        if (before is null)
            First = item.Next;
        else
            before.Next = item.Next;
        if (_last == item)
            _last = before;
        item.Next = null;
    }
}

namespace Orleans.Runtime;

/// <summary>Some of the requests that somebody waits for, in the order of their deadlines. A list through the requests themselves: entering and leaving allocate nothing.</summary>
internal sealed class TimeoutShard
{
    private readonly Lock _lock = new();
    private Request? _first;
    private Request? _last;

    public void Add(Request request)
    {
        lock (_lock)
        {
            request.Shard = this;
            request.EarlierDeadline = _last;
            if (_last is null)
                _first = request;
            else
                _last.LaterDeadline = request;
            _last = request;
        }
    }

    public void Remove(Request request)
    {
        lock (_lock)
        {
            if (request.Shard == this)
                Unlink(request);
        }
    }

    /// <summary>Takes the first request if its deadline has passed.</summary>
    public Request? TakeExpired(long now)
    {
        lock (_lock)
        {
            var request = _first;
            if (request is null || request.Deadline > now)
                return null;
            Unlink(request);
            return request;
        }
    }

    private void Unlink(Request request)
    {
        if (request.EarlierDeadline is { } earlier)
            earlier.LaterDeadline = request.LaterDeadline;
        else
            _first = request.LaterDeadline;
        if (request.LaterDeadline is { } later)
            later.EarlierDeadline = request.EarlierDeadline;
        else
            _last = request.EarlierDeadline;
        request.EarlierDeadline = request.LaterDeadline = null;
        request.Shard = null;
    }
}

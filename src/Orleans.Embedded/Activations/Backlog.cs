using static Orleans.Runtime.ActivationStates;

namespace Orleans.Runtime;

/// <summary>
/// What an activation keeps while it has more to do than the call that runs: work that is ready, requests that wait, and which
/// requests are under way. Exists only meanwhile, so that an activation at rest stays small. Used under the activation's lock.
/// </summary>
internal sealed class Backlog
{
    private WorkList _ready;
    private WorkList _waiting;
    private int _waitingReaders;
    private bool _exclusive;
    private int _readers;
    private int _interleaved;

    /// <summary>The first of the read-only requests under way. Until it ends, others may overtake requests that wait; after that they may not, so that those get their turn.</summary>
    private Request? _leadingReader;

    /// <summary>Completed when no request is under way any more; set by a deactivation that waits for that.</summary>
    public TaskCompletionSource? Drained { get; set; }

    public bool IsEmpty => Bits == 0 && Drained is null;

    public bool HasRunning => _exclusive || _readers > 0 || _interleaved > 0;

    /// <summary>The state bits that reflect this backlog.</summary>
    public int Bits
        => (_ready.First is null ? 0 : Ready)
            | (_waiting.First is null ? 0 : Waiting)
            | (_exclusive ? Exclusive : 0)
            | (_readers > 0 ? Shared : 0)
            | (_interleaved > 0 ? Interleaved : 0);

    /// <summary>Whether a turn would find something to do.</summary>
    public bool HasWork(bool admits) => _ready.First is not null || (admits && FindAdmissible(out _) is not null);

    public void AddReady(WorkItem item) => _ready.Add(item);

    public void AddWaiting(Request request)
    {
        _waiting.Add(request);
        if (request.Mode == RequestMode.ReadOnly)
            _waitingReaders++;
    }

    /// <summary>The next thing to run; requests that are admitted by this count as under way.</summary>
    public WorkItem? TakeNext(bool admits)
    {
        if (_ready.First is null && admits)
            Admit();
        return _ready.Take();
    }

    /// <summary>Moves requests that wait and interleave with anything to the ready ones.</summary>
    public void ReleaseInterleaved()
    {
        WorkItem? before = null;
        for (var item = _waiting.First; item is not null;)
        {
            var next = item.Next;
            if (((Request)item).Mode == RequestMode.Interleave)
                Start((Request)item, before);
            else
                before = item;
            item = next;
        }
    }

    /// <summary>Takes every request that waits.</summary>
    public List<Request> TakeWaiting()
    {
        var all = new List<Request>();
        while (_waiting.Take() is Request request)
            all.Add(request);
        _waitingReaders = 0;
        return all;
    }

    public void Begin(Request request)
    {
        switch (request.Mode)
        {
            case RequestMode.Interleave:
                _interleaved++;
                break;
            case RequestMode.ReadOnly:
                _readers++;
                _leadingReader ??= request;
                break;
            default:
                _exclusive = true;
                break;
        }
    }

    public void End(Request request)
    {
        switch (request.Mode)
        {
            case RequestMode.Interleave:
                _interleaved--;
                break;
            case RequestMode.ReadOnly:
                _readers--;
                if (_leadingReader == request)
                    _leadingReader = null;
                break;
            default:
                _exclusive = false;
                break;
        }

        if (HasRunning)
            return;
        Drained?.TrySetResult();
        Drained = null;
    }

    private void Admit()
    {
        while (FindAdmissible(out var before) is { } request)
            Start(request, before);
    }

    private void Start(Request request, WorkItem? before)
    {
        _waiting.Remove(request, before);
        if (request.Mode == RequestMode.ReadOnly)
            _waitingReaders--;
        Begin(request);
        _ready.Add(request);
    }

    private Request? FindAdmissible(out WorkItem? before)
    {
        before = null;
        if (_waiting.First is not Request first || _exclusive)
            return null;
        if (_readers == 0 || first.Mode != RequestMode.Exclusive)
            return first;
        return _leadingReader is null || _waitingReaders == 0 ? null : FindReader(first, out before);
    }

    private static Request? FindReader(WorkItem first, out WorkItem? before)
    {
        before = first;
        while (before.Next is Request { Mode: not RequestMode.ReadOnly } other)
            before = other;
        return before.Next as Request;
    }
}

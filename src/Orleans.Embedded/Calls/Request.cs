namespace Orleans.Runtime;

/// <summary>A call that did not finish at once: it waits for its activation, or its method has yet to complete.</summary>
internal abstract class Request : WorkItem
{
    private Activation? _activation;

    public RequestMode Mode { get; init; }

    /// <summary>What travels with the call, or null when the caller suppressed it.</summary>
    public ExecutionContext? Flow { get; init; }

    /// <summary>How often the request met an activation that ended before it served anything.</summary>
    public int Hops { get; set; }

    /// <summary>The time, in milliseconds of <see cref="Environment.TickCount64"/>, after which nobody waits any more.</summary>
    public long Deadline { get; set; } = long.MaxValue;

    /// <summary>Where the request stands in the queue of its timeout; null when it is in none.</summary>
    public TimeoutShard? Shard { get; set; }

    public Request? EarlierDeadline { get; set; }

    public Request? LaterDeadline { get; set; }

    /// <summary>Which grain the request is for.</summary>
    public required GrainReference Target { get; init; }

    public abstract string Name { get; }

    /// <summary>Whether the caller has its answer, if only that it waited too long.</summary>
    public abstract bool IsSettled { get; }

    /// <summary>Whether the activation counts as used by it.</summary>
    public virtual bool CountsAsUse => true;

    public abstract void Fail(Exception exception);

    public override void Run(Activation activation)
    {
        if (IsSettled || Environment.TickCount64 > Deadline)
        {
            activation.EndRequest(this);
            return;
        }

        _activation = activation;
        if (Flow is null)
            Invoke();
        else
            ExecutionContext.Run(Flow, static request => ((Request)request!).Invoke(), this);
    }

    /// <summary>Ends the request when <paramref name="reply"/> does.</summary>
    public void Follow(Activation activation, Task reply)
    {
        _activation = activation;
        if (reply.IsCompleted)
            Finish(reply);
        else
            _ = reply.ContinueWith(
                static (finished, request) => ((Request)request!).Finish(finished),
                this,
                CancellationToken.None,
                TaskContinuationOptions.ExecuteSynchronously | TaskContinuationOptions.DenyChildAttach,
                TaskScheduler.Default);
    }

    protected abstract Task Start(object grain);

    /// <summary>Gives the caller its answer.</summary>
    protected abstract void Settle(Task reply);

    private void Invoke()
    {
        Task reply;
        try
        {
            reply = Start(_activation!.Instance!) ?? Task.FromException(Replies.Null(Name));
        }
        catch (Exception exception)
        {
            reply = Task.FromException(exception);
        }

        Follow(_activation!, reply);
    }

    private void Finish(Task reply)
    {
        if (!reply.IsCompletedSuccessfully)
            _activation!.OnFault(reply.Exception);
        _activation!.EndRequest(this);
        Settle(reply);
    }
}

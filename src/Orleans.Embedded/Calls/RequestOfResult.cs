using System.Runtime.InteropServices;

namespace Orleans.Runtime;

/// <summary>The result of a call that has none.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct Nothing;

/// <summary>A request that somebody waits for. What the caller does next never runs on the callee's turn.</summary>
internal abstract class Request<TResult> : Request
{
    private readonly TaskCompletionSource<TResult> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<TResult> Answer => _answer.Task;

    public override bool IsSettled => _answer.Task.IsCompleted;

    public override void Fail(Exception exception)
    {
        if (_answer.TrySetException(exception))
            Shard?.Remove(this);
    }

    protected override void Settle(Task reply)
    {
        var first = reply.Status switch
        {
            TaskStatus.RanToCompletion => _answer.TrySetResult(reply is Task<TResult> typed ? typed.Result : default!),
            TaskStatus.Canceled => _answer.TrySetCanceled(new TaskCanceledException(reply).CancellationToken),
            _ => _answer.TrySetException(reply.Exception!.InnerExceptions),
        };
        if (first)
            Shard?.Remove(this);
        else if (reply.IsFaulted)
            _ = reply.Exception;
    }
}

/// <summary>A call that entered its activation at once and has yet to complete.</summary>
internal sealed class StartedRequest<TResult>(string name) : Request<TResult>
{
    public override string Name => name;

    protected override Task Start(object grain) => throw new InvalidOperationException("The call has started already.");
}

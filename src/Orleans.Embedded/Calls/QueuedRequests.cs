using Orleans.CodeGeneration;

namespace Orleans.Runtime;

internal sealed class TaskRequest<TCall>(TCall call) : Request<Nothing>
    where TCall : struct, IGrainCall<Task>
{
    public override string Name => TCall.Name;

    protected override Task Start(object grain) => call.Invoke(grain);
}

internal sealed class TaskRequest<TCall, TResult>(TCall call) : Request<TResult>
    where TCall : struct, IGrainCall<Task<TResult>>
{
    public override string Name => TCall.Name;

    protected override Task Start(object grain) => call.Invoke(grain);
}

internal sealed class ValueTaskRequest<TCall>(TCall call) : Request<Nothing>
    where TCall : struct, IGrainCall<ValueTask>
{
    public override string Name => TCall.Name;

    protected override Task Start(object grain) => call.Invoke(grain).AsTask();
}

internal sealed class ValueTaskRequest<TCall, TResult>(TCall call) : Request<TResult>
    where TCall : struct, IGrainCall<ValueTask<TResult>>
{
    public override string Name => TCall.Name;

    protected override Task Start(object grain) => call.Invoke(grain).AsTask();
}

/// <summary>A request that nobody waits for; how it fails is logged.</summary>
internal sealed class OneWayRequest<TCall>(TCall call) : Request
    where TCall : struct, IGrainCall<Task>
{
    public override string Name => TCall.Name;

    public override bool IsSettled => false;

    public override void Fail(Exception exception) => Target.Shared.Silo.Log.OneWayFailed(Name, Target.GrainId, exception);

    protected override Task Start(object grain) => call.Invoke(grain);

    protected override void Settle(Task reply)
    {
        if (reply.Exception is { } exception)
            Fail(exception.InnerException ?? exception);
    }
}

using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Orleans.CodeGeneration;

namespace Orleans.Runtime;

/// <summary>
/// The calls. A call to an activation at rest runs right here, on the caller's thread, and allocates nothing if it completes at
/// once; any other becomes a request. The four shapes of a reply repeat the same dozen lines, because sharing them would cost
/// the hot path a lookup of generic types.
/// </summary>
public partial class GrainReference
{
    private Activation? _activation;

    /// <summary>Makes a call that answers with a task.</summary>
    protected Task CallAsync<TCall>(TCall call)
        where TCall : struct, IGrainCall<Task>
    {
        if (!TryEnter(TCall.Options, out var turn, out var failure))
            return failure is null ? Send(new TaskRequest<TCall>(call) { Mode = ModeOf(TCall.Options), Flow = ExecutionContext.Capture(), Target = this }) : Task.FromException(failure);
        Task reply;
        try
        {
            reply = call.Invoke(turn.Activation.Instance!) ?? Task.FromException(Replies.Null(TCall.Name));
        }
        catch (Exception exception)
        {
            reply = Task.FromException(exception);
        }

        turn.Restore();
        if (!reply.IsCompletedSuccessfully)
            return TryFollow<Nothing>(turn, TCall.Name, reply, out var answer) ? answer : reply;
        turn.Leave();
        return reply;
    }

    /// <summary>Makes a call that answers with a task and a result.</summary>
    protected Task<TResult> CallAsync<TCall, TResult>(TCall call)
        where TCall : struct, IGrainCall<Task<TResult>>
    {
        if (!TryEnter(TCall.Options, out var turn, out var failure))
            return failure is null ? Send(new TaskRequest<TCall, TResult>(call) { Mode = ModeOf(TCall.Options), Flow = ExecutionContext.Capture(), Target = this }) : Task.FromException<TResult>(failure);
        Task<TResult> reply;
        try
        {
            reply = call.Invoke(turn.Activation.Instance!) ?? Task.FromException<TResult>(Replies.Null(TCall.Name));
        }
        catch (Exception exception)
        {
            reply = Task.FromException<TResult>(exception);
        }

        turn.Restore();
        if (!reply.IsCompletedSuccessfully)
            return TryFollow<TResult>(turn, TCall.Name, reply, out var answer) ? answer : reply;
        turn.Leave();
        return reply;
    }

    /// <summary>Makes a call that answers with a value task.</summary>
    protected ValueTask CallValueAsync<TCall>(TCall call)
        where TCall : struct, IGrainCall<ValueTask>
    {
        if (!TryEnter(TCall.Options, out var turn, out var failure))
            return failure is null ? new(Send(new ValueTaskRequest<TCall>(call) { Mode = ModeOf(TCall.Options), Flow = ExecutionContext.Capture(), Target = this })) : ValueTask.FromException(failure);
        ValueTask reply;
        try
        {
            reply = call.Invoke(turn.Activation.Instance!);
        }
        catch (Exception exception)
        {
            reply = ValueTask.FromException(exception);
        }

        turn.Restore();
        if (!reply.IsCompletedSuccessfully)
        {
            var task = reply.AsTask();
            return new ValueTask(TryFollow<Nothing>(turn, TCall.Name, task, out var answer) ? answer : task);
        }

        turn.Leave();
        return reply;
    }

    /// <summary>Makes a call that answers with a value task and a result.</summary>
    protected ValueTask<TResult> CallValueAsync<TCall, TResult>(TCall call)
        where TCall : struct, IGrainCall<ValueTask<TResult>>
    {
        if (!TryEnter(TCall.Options, out var turn, out var failure))
            return failure is null ? new(Send(new ValueTaskRequest<TCall, TResult>(call) { Mode = ModeOf(TCall.Options), Flow = ExecutionContext.Capture(), Target = this })) : ValueTask.FromException<TResult>(failure);
        ValueTask<TResult> reply;
        try
        {
            reply = call.Invoke(turn.Activation.Instance!);
        }
        catch (Exception exception)
        {
            reply = ValueTask.FromException<TResult>(exception);
        }

        turn.Restore();
        if (!reply.IsCompletedSuccessfully)
        {
            var task = reply.AsTask();
            return new ValueTask<TResult>(TryFollow<TResult>(turn, TCall.Name, task, out var answer) ? answer : task);
        }

        turn.Leave();
        return reply;
    }

    /// <summary>Makes a call that nobody waits for. It never runs on the caller's thread, so the caller loses no time by it.</summary>
    protected void Send<TCall>(TCall call)
        where TCall : struct, IGrainCall<Task>
    {
        var request = new OneWayRequest<TCall>(call) { Mode = ModeOf(TCall.Options), Flow = ExecutionContext.Capture(), Target = this };
        _shared.Silo.Timeouts.SetDeadline(request);
        Deliver(request);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TryEnter(InvokeMethodOptions options, out InlineTurn turn, out Exception? failure)
    {
        var grainClass = _shared.Class;
        var caller = SynchronizationContext.Current;
        var activation = _activation;
        failure = null;
        turn = default;
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack() || !grainClass.Silo.Accepts(caller))
            return false;
        if (activation is null || activation.IsDead)
        {
            activation = grainClass.Locate(_key.ToString(), out failure);
            if (activation is null)
                return false;
            _activation = activation;
        }

        var mode = ModeOf(options);
        if (!activation.TryEnter(mode.Bars(), out var state))
            return false;
        turn = new InlineTurn(activation, state, mode, caller);
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private RequestMode ModeOf(InvokeMethodOptions options) => RequestModes.Of(options, _shared.Class.IsReentrant);

    private Task<TResult> Send<TResult>(Request<TResult> request)
    {
        _shared.Silo.Timeouts.Add(request);
        Deliver(request);
        return request.Answer;
    }

    private void Deliver(Request request)
    {
        if (_shared.Silo.Accepts(SynchronizationContext.Current))
            _shared.Class.Deliver(request);
        else
            request.Fail(Replies.Stopping());
    }

    /// <summary>Gives up the turn of a call that did not succeed at once. False when it has failed, so that its reply is the answer.</summary>
    private bool TryFollow<TResult>(InlineTurn turn, string name, Task reply, [NotNullWhen(true)] out Task<TResult>? answer)
    {
        if (reply.IsCompleted)
        {
            turn.Activation.OnFault(reply.Exception);
            turn.Leave();
            answer = null;
            return false;
        }

        var request = new StartedRequest<TResult>(name) { Mode = turn.Mode, Target = this };
        turn.Activation.BeginRequest(request);
        turn.Leave();
        _shared.Silo.Timeouts.Add(request);
        request.Follow(turn.Activation, reply);
        answer = request.Answer;
        return true;
    }
}

using Orleans.Storage;
using static Orleans.Runtime.ActivationStates;

namespace Orleans.Runtime;

/// <summary>Requests: calls that could not run, or not finish, at once.</summary>
internal sealed partial class Activation
{
    /// <summary>Takes a request; false when the activation is gone.</summary>
    public bool TryAdd(Request request)
    {
        bool wake;
        lock (this)
        {
            if ((_state & Dead) != 0)
                return false;
            var backlog = _backlog ??= new Backlog();
            if (request.Mode == RequestMode.Interleave && IsReady)
            {
                backlog.Begin(request);
                backlog.AddReady(request);
            }
            else
            {
                backlog.AddWaiting(request);
            }

            wake = Publish();
        }

        if (wake)
            Schedule();
        return true;
    }

    /// <summary>Counts a call as under way that ran in its caller's turn and did not finish. By the turn's owner.</summary>
    public void BeginRequest(Request request)
    {
        lock (this)
        {
            (_backlog ??= new Backlog()).Begin(request);
            Publish();
        }
    }

    /// <summary>A request has ended. Any thread.</summary>
    public void EndRequest(Request request)
    {
        bool wake;
        if (request.CountsAsUse)
            Touch();
        lock (this)
        {
            _backlog!.End(request);
            wake = Publish();
        }

        if (wake)
            Schedule();
    }

    /// <summary>After a write that met another version, what the grain holds is not what is stored: it starts anew with its next call.</summary>
    public void OnFault(AggregateException? fault)
    {
        if (fault?.InnerException is not InconsistentStateException { IsSourceActivation: true } exception)
            return;

        // The exception travels on to callers that are grains as well; those are not to end.
        exception.IsSourceActivation = false;
        Deactivate(new DeactivationReason(DeactivationReasonCode.ApplicationError, exception, "The grain's state is not what is stored."));
    }
}

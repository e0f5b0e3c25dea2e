using Orleans.CodeGeneration;

namespace Orleans.Runtime;

public partial class GrainReference
{
    /// <summary>Makes a call.</summary>
    protected Task CallAsync<TCall>(TCall call)
        where TCall : struct, IGrainCall<Task> => throw new NotImplementedException();

    /// <summary>Makes a call.</summary>
    protected Task<TResult> CallAsync<TCall, TResult>(TCall call)
        where TCall : struct, IGrainCall<Task<TResult>> => throw new NotImplementedException();

    /// <summary>Makes a call.</summary>
    protected ValueTask CallValueAsync<TCall>(TCall call)
        where TCall : struct, IGrainCall<ValueTask> => throw new NotImplementedException();

    /// <summary>Makes a call.</summary>
    protected ValueTask<TResult> CallValueAsync<TCall, TResult>(TCall call)
        where TCall : struct, IGrainCall<ValueTask<TResult>> => throw new NotImplementedException();

    /// <summary>Sends a one-way call.</summary>
    protected void Send<TCall>(TCall call)
        where TCall : struct, IGrainCall<Task> => throw new NotImplementedException();
}

using Orleans.Core;
using Orleans.Storage;

namespace Orleans.Runtime;

/// <summary>One state of one grain. It is itself what storage fills, to save an object a grain. Operations of one state run one after the other.</summary>
internal sealed class PersistentState<TState>(IGrainContext context, StateLocation location) : IPersistentState<TState>, IGrainState<TState>, IStartObserver
{
    private Task? _last;
    private int _running;
    private bool _isRead;
    private bool _recordExists;

    public TState State { get; set; } = StateActivator<TState>.Create();

    TState? IGrainState<TState>.State
    {
        get => State;
        set => State = value ?? StateActivator<TState>.Create();
    }

    public string? Etag { get; private set; }

    string? IGrainState<TState>.ETag
    {
        get => Etag;
        set => Etag = value;
    }

    public bool RecordExists => _isRead ? _recordExists : throw new InvalidOperationException("The state has not been read yet.");

    bool IGrainState<TState>.RecordExists
    {
        get => _recordExists;
        set => _recordExists = value;
    }

    public Task OnStart(CancellationToken cancellationToken = default) => _isRead ? Task.CompletedTask : ReadStateAsync(cancellationToken);

    public Task OnStop(CancellationToken cancellationToken = default) => Task.CompletedTask;

    public Task ReadStateAsync() => ReadStateAsync(CancellationToken.None);

    public Task WriteStateAsync() => WriteStateAsync(CancellationToken.None);

    public Task ClearStateAsync() => ClearStateAsync(CancellationToken.None);

    public Task ReadStateAsync(CancellationToken cancellationToken)
        => RunAsync(static (state, token) => state.ReadAsync(token), "read", cancellationToken);

    public Task WriteStateAsync(CancellationToken cancellationToken)
        => RunAsync(static (state, token) => state.Storage.WriteStateAsync(state.Name, state.GrainId, state, token), "write", cancellationToken);

    public Task ClearStateAsync(CancellationToken cancellationToken)
        => RunAsync(static (state, token) => state.Storage.ClearStateAsync(state.Name, state.GrainId, state, token), "clear", cancellationToken);

    private IGrainStorage Storage => location.Storage;

    private string Name => location.Name;

    private GrainId GrainId => context.GrainId;

    private async Task ReadAsync(CancellationToken token)
    {
        await Storage.ReadStateAsync(Name, GrainId, this, token);
        _isRead = true;
    }

    private Task RunAsync(Func<PersistentState<TState>, CancellationToken, Task> operation, string name, CancellationToken token)
    {
        if (RuntimeContext.Current is null)
            throw new InvalidOperationException("A grain's state can be used within the grain only.");
        var previous = _last is { IsCompleted: false } running ? running : null;
        _running++;
        var task = RunAfterAsync(previous, operation, name, token);
        _last = task.IsCompleted ? null : task;
        return task;
    }

    private async Task RunAfterAsync(
        Task? previous, Func<PersistentState<TState>, CancellationToken, Task> operation, string name, CancellationToken token)
    {
        if (previous is not null)
            await previous.ConfigureAwait(ConfigureAwaitOptions.ContinueOnCapturedContext | ConfigureAwaitOptions.SuppressThrowing);
        try
        {
            token.ThrowIfCancellationRequested();
            await operation(this, token);
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception exception)
        {
            location.Log.StorageFailed(Storage.GetType().Name, name, Name, GrainId, exception);
            if (exception is OrleansException)
                throw;
            throw new OrleansException($"Storage {Storage.GetType().Name} failed to {name} state {Name} of grain {GrainId}: {exception.Message}", exception);
        }
        finally
        {
            // A finished operation, kept, would be the largest object of a grain at rest.
            if (--_running == 0)
                _last = null;
        }
    }
}

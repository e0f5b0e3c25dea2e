namespace Orleans.Runtime;

/// <summary>The stages of one activation. Used within its turns only.</summary>
internal sealed class GrainLifecycle : IGrainLifecycle
{
    private readonly List<Subscription> _subscriptions = [];
    private int _reached = GrainLifecycleStage.First;

    /// <summary>Whether nobody wants to hear of the way down.</summary>
    public bool IsSpent => _subscriptions.TrueForAll(subscription => subscription.Observer is IStartObserver);

    public IDisposable Subscribe(string observerName, int stage, ILifecycleObserver observer)
    {
        ArgumentNullException.ThrowIfNull(observer);
        var subscription = new Subscription(this, stage, observer);
        _subscriptions.Add(subscription);
        return subscription;
    }

    /// <summary>Starts the stages of a range in ascending order; observers of the same stage start together.</summary>
    public Task StartAsync(int first, int last, CancellationToken token)
    {
        // A grain with one stored state and nothing else is the usual case.
        if (_subscriptions is not [var only])
            return StartAllAsync(first, last, token);
        if (only.Stage < first || only.Stage > last)
            return Task.CompletedTask;
        _reached = only.Stage;
        return only.Observer.OnStart(token);
    }

    /// <summary>Stops the stages that were reached, in descending order. Never throws.</summary>
    public async Task StopAsync(RuntimeLog log, GrainId grain)
    {
        foreach (var stage in Stages(GrainLifecycleStage.First, _reached).Reverse().ToList())
        {
            try
            {
                await Task.WhenAll(stage.Select(subscription => subscription.Observer.OnStop(CancellationToken.None)));
            }
            catch (Exception exception)
            {
                log.DeactivationFailed(grain, exception);
            }
        }
    }

    private async Task StartAllAsync(int first, int last, CancellationToken token)
    {
        foreach (var stage in Stages(first, last).ToList())
        {
            _reached = stage.Key;
            await Task.WhenAll(stage.Select(subscription => subscription.Observer.OnStart(token)));
        }
    }

    private IEnumerable<IGrouping<int, Subscription>> Stages(int first, int last)
        => _subscriptions
            .Where(subscription => subscription.Stage >= first && subscription.Stage <= last)
            .GroupBy(subscription => subscription.Stage)
            .OrderBy(stage => stage.Key);

    private sealed class Subscription(GrainLifecycle owner, int stage, ILifecycleObserver observer) : IDisposable
    {
        public int Stage => stage;

        public ILifecycleObserver Observer => observer;

        public void Dispose() => owner._subscriptions.Remove(this);
    }
}

/// <summary>An observer that does nothing on the way down.</summary>
internal interface IStartObserver : ILifecycleObserver;

namespace Orleans.Runtime;

/// <summary>
/// Ends activations that have not been used for the age of their class. Once a quantum it looks at each activation, which costs
/// tens of nanoseconds; no activation has a timer. The first ones found are ended at once, the rest as those are done.
/// </summary>
internal sealed class IdleCollector(Silo silo) : IDisposable
{
    /// <summary>How many activations may be ending at the same time: enough for storage to write many in one transaction.</summary>
    private const int MostAtOnce = 512;

    private readonly Lock _lock = new();
    private ITimer? _timer;
    private Task _rest = Task.CompletedTask;

    public void Start()
    {
        using (AmbientFlow.Suppress())
            _timer = silo.Time.CreateTimer(static self => ((IdleCollector)self!).Collect(), this, silo.Collection.CollectionQuantum, silo.Collection.CollectionQuantum);
    }

    public void Dispose() => _timer?.Dispose();

    private void Collect()
    {
        lock (_lock)
        {
            silo.Tick++;
            if (!_rest.IsCompleted)
                return;
            var candidates = Candidates().GetEnumerator();
            _rest = CollectAsync(candidates);
        }
    }

    /// <summary>Runs on the timer's thread until so many activations are ending that one must be waited for.</summary>
    private async Task CollectAsync(IEnumerator<(Activation Activation, int Age)> candidates)
    {
        var ending = new List<Task>();
        using (candidates)
        {
            while (candidates.MoveNext())
            {
                var (activation, age) = candidates.Current;
                if (!activation.TryCollect(age, silo.Time.GetUtcNow(), out var end) || end.IsCompleted)
                    continue;
                ending.Add(end);
                if (ending.Count < MostAtOnce)
                    continue;
                await Task.WhenAny(ending).ConfigureAwait(false);
                ending.RemoveAll(task => task.IsCompleted);
            }
        }
    }

    private IEnumerable<(Activation Activation, int Age)> Candidates()
    {
        foreach (var grainClass in silo.Interfaces.Classes)
        {
            if (grainClass.CollectionAge is not { } age)
                continue;
            var ticks = (int)Math.Min(int.MaxValue, Math.Ceiling(age / silo.Collection.CollectionQuantum));
            foreach (var entry in grainClass.Activations)
                yield return (entry.Value, ticks);
        }
    }
}

using System.Collections.Concurrent;

namespace Orleans.Embedded.Tests.Hosting;

/// <summary>How many activations of each grain are alive, and how many there ever were at once.</summary>
public sealed class Census
{
    private readonly ConcurrentDictionary<string, int> _alive = new(StringComparer.Ordinal);
    private int _total;
    private int _mostOfOne;

    public int Total => Volatile.Read(ref _total);

    public int MostOfOne => Volatile.Read(ref _mostOfOne);

    public void Born(string key)
    {
        var alive = _alive.AddOrUpdate(key, 1, static (_, count) => count + 1);
        Interlocked.Increment(ref _total);
        while (alive > MostOfOne && Interlocked.CompareExchange(ref _mostOfOne, alive, MostOfOne) < alive)
        {
        }
    }

    public void Died(string key)
    {
        _alive.AddOrUpdate(key, -1, static (_, count) => count - 1);
        Interlocked.Decrement(ref _total);
    }
}

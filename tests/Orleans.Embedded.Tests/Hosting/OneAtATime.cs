namespace Orleans.Embedded.Tests.Hosting;

/// <summary>Notices two threads within one grain.</summary>
public sealed class OneAtATime
{
    private int _inside;
    private int _entered;
    private int _collisions;

    public int Entered => _entered;

    public int Collisions => _collisions;

    /// <summary>Stays inside for a moment, so that another thread would run into it.</summary>
    public void Enter()
    {
        if (Interlocked.Increment(ref _inside) != 1)
            Interlocked.Increment(ref _collisions);
        Interlocked.Increment(ref _entered);
        Thread.SpinWait(500);
        Interlocked.Decrement(ref _inside);
    }
}

namespace Kayse.Grains.ApiKeys;

/// <summary>
/// Counts the requests of a key: so many a minute, at once or spread out. In memory alone: a restart gives them all
/// back.
/// </summary>
internal struct ApiKeyRate
{
    private static readonly long _windowTicks = TimeSpan.FromMinutes(1).Ticks;

    private long _endsAt;
    private int _used;

    /// <summary>
    /// Takes one; how many of <paramref name="limit"/> are left, negative when there was none, and in how many seconds
    /// there are all of them again.
    /// </summary>
    public (int Remaining, int ResetSeconds) Take(int limit, DateTimeOffset now)
    {
        if (now.UtcTicks >= _endsAt)
            (_endsAt, _used) = (now.UtcTicks + _windowTicks, 0);
        _used = Math.Min(_used + 1, limit + 1);
        var reset = (int)Math.Ceiling(TimeSpan.FromTicks(_endsAt - now.UtcTicks).TotalSeconds);
        return (limit - _used, reset);
    }
}

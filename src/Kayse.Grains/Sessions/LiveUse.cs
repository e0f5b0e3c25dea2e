namespace Kayse.Grains.Sessions;

/// <summary>
/// When an activated session or API key was last used: noted by requests without a lock or a grain call, and stored in
/// bulk by <see cref="SessionUseFlush"/>.
/// </summary>
internal abstract class LiveUse(string id, IGrainContext activation, DateTime lastUse)
{
    private readonly long _first = lastUse.Ticks;
    private long _last = lastUse.Ticks;
    private long _stored = lastUse.Ticks;

    public string Id => id;

    /// <summary>The activation of its grain.</summary>
    public IGrainContext Activation => activation;

    /// <summary>UTC.</summary>
    public DateTime Last => new(Volatile.Read(ref _last), DateTimeKind.Utc);

    /// <summary>Whether it was used since it was activated.</summary>
    public bool IsUsed => Volatile.Read(ref _last) > _first;

    /// <summary>Whether there is a use that is not stored.</summary>
    public bool IsUnstored => Volatile.Read(ref _last) > Volatile.Read(ref _stored);

    /// <summary>Up to when its last use is of interest.</summary>
    public abstract DateTime KeptUntil { get; }

    /// <summary>The last use, as it is to be stored.</summary>
    public SessionUse Use => new(id, Last, KeptUntil);

    /// <summary>Says that uses up to an instant are stored.</summary>
    public void Stored(DateTime upTo) => Raise(ref _stored, upTo.Ticks);

    protected void Note(DateTime now) => Raise(ref _last, now.Ticks);

    private static void Raise(ref long value, long to)
    {
        var known = Volatile.Read(ref value);
        while (known < to)
        {
            var before = Interlocked.CompareExchange(ref value, to, known);
            if (before == known)
                return;
            known = before;
        }
    }
}

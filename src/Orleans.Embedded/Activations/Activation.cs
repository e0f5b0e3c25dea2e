namespace Orleans.Runtime;

/// <summary>
/// One grain in memory. It is its own synchronisation context, so that what a grain awaits comes back to it and runs as one of
/// its turns; at most one thread is in a turn. There may be a million at rest: whatever is needed only while something happens
/// is kept in <see cref="Backlog"/> and <see cref="ActivationExtras"/>.
/// </summary>
internal sealed partial class Activation : SynchronizationContext, IGrainContext, IThreadPoolWorkItem
{
    private ActivationExtras? _extras;
    private Backlog? _backlog;
    private int _state = ActivationStates.Busy | ActivationStates.Activating;
    private int _lastUsed;

    /// <summary>The creator holds the turn and must start the activation.</summary>
    public Activation(GrainClass grainClass, string key)
    {
        Class = grainClass;
        Key = key;
        Touch();
    }

    public GrainClass Class { get; }

    public Silo Silo => Class.Silo;

    public string Key { get; }

    public object? Instance { get; private set; }

    public object? GrainInstance => Instance;

    public GrainId GrainId => GrainId.Create(Class.GrainType, IdSpan.Create(Key));

    public GrainReference GrainReference => new(Class.Untyped, IdSpan.Create(Key));

    public IServiceProvider ActivationServices => (Extras.Scope ??= Silo.CreateScope()).ServiceProvider;

    public IServiceProvider ServicesAsTheyAre => _extras?.Scope?.ServiceProvider ?? Silo.Services;

    public IGrainLifecycle ObservableLifecycle => Extras.Lifecycle ??= new GrainLifecycle();

    public bool IsDead => (Volatile.Read(ref _state) & ActivationStates.Dead) != 0;

    private bool IsReady => (_state & ActivationStates.Unready) == 0;

    private ActivationExtras Extras => _extras ?? Interlocked.CompareExchange(ref _extras, new ActivationExtras(), null) ?? _extras;

    /// <summary>Notes that the activation is in use, to the precision of the collector.</summary>
    public void Touch() => _lastUsed = Silo.Tick;

    public void DelayDeactivation(TimeSpan span) => Extras.DelayUntil(Silo.Time.GetUtcNow(), span);

    public void Add(GrainTimer timer) => Extras.Timers.Add(timer);

    public void Remove(GrainTimer timer) => _extras?.Timers.Remove(timer);

    public bool Equals(IGrainContext? other) => ReferenceEquals(this, other);

    public override bool Equals(object? obj) => ReferenceEquals(this, obj);

    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);

    public override SynchronizationContext CreateCopy() => this;

    public override string ToString() => GrainId.ToString();
}

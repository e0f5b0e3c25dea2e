using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Orleans.Configuration;

namespace Orleans.Runtime;

/// <summary>The runtime of one host: its grain classes, clock, limits and whether it takes calls.</summary>
internal sealed class Silo : IDisposable
{
    /// <summary>How often a request may be passed on by activations that end as soon as they have started.</summary>
    public const int MostHops = 2;

    private volatile SiloPhase _phase;

    public Silo(
        IServiceProvider services,
        RuntimeLog log,
        GrainCatalog catalog,
        IOptions<SiloMessagingOptions> messaging,
        IOptions<GrainCollectionOptions> collection)
    {
        Services = services;
        Log = log;
        Time = services.GetService<TimeProvider>() ?? TimeProvider.System;
        Collection = collection.Value;
        Timeouts = new CallTimeouts(messaging.Value.ResponseTimeout);
        Interfaces = new GrainInterfaces(this, catalog);
        GrainFactory = new GrainFactory(this);
    }

    public IServiceProvider Services { get; }

    public RuntimeLog Log { get; }

    public TimeProvider Time { get; }

    public GrainCollectionOptions Collection { get; }

    public GrainInterfaces Interfaces { get; }

    public GrainFactory GrainFactory { get; }

    public Deadlines Deadlines { get; } = new();

    /// <summary>For all calls, also those from outside of grains: as in an Orleans silo, whose options for clients are for other processes.</summary>
    public CallTimeouts Timeouts { get; }

    /// <summary>Counts the collector's quanta; what an activation notes as its last use.</summary>
    public int Tick { get; set; }

    public SiloPhase Phase
    {
        get => _phase;
        set => _phase = value;
    }

    /// <summary>Whether a call may be made from <paramref name="caller"/>'s context.</summary>
    public bool Accepts(SynchronizationContext? caller)
        => _phase == SiloPhase.Open || (_phase == SiloPhase.Closing && caller is Activation);

    public AsyncServiceScope CreateScope() => Services.CreateAsyncScope();

    public void Dispose() => Timeouts.Dispose();
}

/// <summary>Which calls a silo takes.</summary>
internal enum SiloPhase
{
    /// <summary>All.</summary>
    Open,

    /// <summary>Those of its own grains, so that what is under way can finish.</summary>
    Closing,

    /// <summary>None.</summary>
    Closed,
}

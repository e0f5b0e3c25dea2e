using Microsoft.Extensions.DependencyInjection;
using Orleans.Runtime;

namespace Orleans;

/// <summary>The usual base of grain classes.</summary>
public abstract class Grain : IGrainBase, IAddressable
{
    /// <summary>Made by the runtime.</summary>
    protected Grain()
        : this(RuntimeContext.Current!)
    {
    }

    /// <summary>Made with an injected context.</summary>
    protected Grain(IGrainContext grainContext) => GrainContext = grainContext;

    /// <summary>The activation that this instance belongs to.</summary>
    public IGrainContext GrainContext { get; }

    /// <summary>A reference to this grain.</summary>
    public GrainReference GrainReference => GrainContext.GrainReference;

    /// <summary>The id in words.</summary>
    public string IdentityString => GrainContext.GrainId.ToString();

    /// <summary>Makes references to other grains.</summary>
    protected IGrainFactory GrainFactory => (GrainContext as Activation)?.Silo.GrainFactory ?? ServiceProvider.GetRequiredService<IGrainFactory>();

    /// <summary>The activation's services.</summary>
    protected internal IServiceProvider ServiceProvider => GrainContext.ActivationServices;

    /// <inheritdoc cref="IGrainBase.OnActivateAsync" />
    public virtual Task OnActivateAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc cref="IGrainBase.OnDeactivateAsync" />
    public virtual Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Ends this activation when the running calls have finished. The next call starts a new one.</summary>
    protected void DeactivateOnIdle() => GrainBaseExtensions.DeactivateOnIdle(this);

    /// <summary>Keeps this activation from being collected for <paramref name="timeSpan"/> from now; a negative span withdraws that.</summary>
    protected void DelayDeactivation(TimeSpan timeSpan)
    {
        if (GrainContext is Activation activation)
            activation.DelayDeactivation(timeSpan);
    }
}

namespace Orleans.Runtime;

/// <summary>One activation, as grains and services see it.</summary>
public interface IGrainContext : IEquatable<IGrainContext>
{
    /// <summary>A reference to the grain; cast it with <c>AsReference</c>.</summary>
    GrainReference GrainReference { get; }

    /// <summary>Which grain this is.</summary>
    GrainId GrainId { get; }

    /// <summary>The grain object, or null before its constructor has returned.</summary>
    object? GrainInstance { get; }

    /// <summary>The services of the activation, in a scope of its own that ends with it. Made when first asked for: it costs memory.</summary>
    IServiceProvider ActivationServices { get; }

    /// <summary>The stages that the activation goes through.</summary>
    IGrainLifecycle ObservableLifecycle { get; }

    /// <summary>Completes when the activation is gone. Awaiting it inside the grain deadlocks.</summary>
    Task Deactivated { get; }

    /// <summary>Starts deactivation: running calls finish, calls that wait go to the next activation. Without effect when it has started already.</summary>
    void Deactivate(DeactivationReason deactivationReason, CancellationToken cancellationToken = default);
}

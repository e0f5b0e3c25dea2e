using Orleans.Runtime;

namespace Orleans;

/// <summary>What the runtime needs of a grain class. Derive from <see cref="Grain"/>, or implement this and inject <see cref="IGrainContext"/>.</summary>
public interface IGrainBase
{
    /// <summary>The activation that this instance belongs to.</summary>
    IGrainContext GrainContext { get; }

    /// <summary>Runs after state is read and before the first call. An exception fails the activation and reaches every caller that waits for it.</summary>
    Task OnActivateAsync(CancellationToken token) => Task.CompletedTask;

    /// <summary>Runs after the last call and before the activation is forgotten. An exception is logged.</summary>
    Task OnDeactivateAsync(DeactivationReason reason, CancellationToken token) => Task.CompletedTask;
}

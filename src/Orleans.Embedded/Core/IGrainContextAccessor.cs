namespace Orleans.Runtime;

/// <summary>Gives the activation that runs on the current thread; inject it where the context itself cannot be.</summary>
public interface IGrainContextAccessor
{
    /// <summary>The current activation, or null outside of grains.</summary>
    IGrainContext GrainContext { get; }
}

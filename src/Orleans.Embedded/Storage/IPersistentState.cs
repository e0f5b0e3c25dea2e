using Orleans.Core;

namespace Orleans.Runtime;

/// <summary>A stored state, injected into a grain's constructor with <see cref="PersistentStateAttribute"/> and read before <c>OnActivateAsync</c>.</summary>
public interface IPersistentState<TState> : IStorage<TState>;

/// <summary>Which state of the grain, in which storage.</summary>
public interface IPersistentStateConfiguration
{
    /// <summary>The state's name, unique within the grain class.</summary>
    string StateName { get; }

    /// <summary>The name that the storage is registered with, or null for the default storage.</summary>
    string? StorageName { get; }
}

/// <summary>Makes the states that constructors ask for.</summary>
public interface IPersistentStateFactory
{
    /// <summary>Makes a state that is read when the activation starts.</summary>
    IPersistentState<TState> Create<TState>(IGrainContext context, IPersistentStateConfiguration config);
}

/// <summary>Asks for a stored state: <c>[PersistentState("invitation", "accounts")] IPersistentState&lt;InvitationState&gt; state</c>. An empty name means the parameter's.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public class PersistentStateAttribute : Attribute, IPersistentStateConfiguration
{
    /// <summary>Names the state and its storage.</summary>
    public PersistentStateAttribute(string stateName, string? storageName = null)
    {
        ArgumentNullException.ThrowIfNull(stateName);
        StateName = stateName;
        StorageName = storageName;
    }

    /// <inheritdoc />
    public string StateName { get; }

    /// <inheritdoc />
    public string? StorageName { get; }
}

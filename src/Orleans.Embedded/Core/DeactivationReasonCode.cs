namespace Orleans;

/// <summary>Why an activation ends. The numbers are Orleans' own.</summary>
[GenerateSerializer]
public enum DeactivationReasonCode : byte
{
    /// <summary>Not known.</summary>
    None,

    /// <summary>The host stops.</summary>
    ShuttingDown,

    /// <summary>Constructor, state or <c>OnActivateAsync</c> failed.</summary>
    ActivationFailed,

    /// <summary>Unused here: there is no distributed directory.</summary>
    DirectoryFailure,

    /// <summary>Not called for longer than its collection age.</summary>
    ActivationIdle,

    /// <summary>Unused here.</summary>
    ActivationUnresponsive,

    /// <summary>Unused here: one process has no duplicates.</summary>
    DuplicateActivation,

    /// <summary>Unused here: one process has one version.</summary>
    IncompatibleRequest,

    /// <summary>A call ended with an exception after which the activation cannot be trusted.</summary>
    ApplicationError,

    /// <summary>The grain asked for it.</summary>
    ApplicationRequested,

    /// <summary>Unused here.</summary>
    Migrating,

    /// <summary>The runtime asked for it.</summary>
    RuntimeRequested,

    /// <summary>Unused here.</summary>
    HighMemoryPressure,
}

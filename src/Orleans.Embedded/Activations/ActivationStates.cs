namespace Orleans.Runtime;

/// <summary>
/// The bits of an activation's state word. A call enters an activation at rest by one compare-and-swap that sets <see cref="Busy"/>
/// and leaves it by another; every other change is made under the activation's lock.
/// </summary>
internal static class ActivationStates
{
    /// <summary>A thread owns the turn.</summary>
    public const int Busy = 1;

    /// <summary>Work that may run now waits for the turn.</summary>
    public const int Ready = 2;

    /// <summary>Requests wait for others to finish.</summary>
    public const int Waiting = 4;

    /// <summary>A request that tolerates no other is under way.</summary>
    public const int Exclusive = 8;

    /// <summary>Read-only requests are under way.</summary>
    public const int Shared = 16;

    /// <summary>Interleaving requests are under way.</summary>
    public const int Interleaved = 32;

    /// <summary>The instance is being made and started.</summary>
    public const int Activating = 64;

    /// <summary>The activation ends; requests wait for the next one.</summary>
    public const int Deactivating = 128;

    /// <summary>The activation is gone.</summary>
    public const int Dead = 256;

    public const int Backlog = Ready | Waiting | Exclusive | Shared | Interleaved;
    public const int Unready = Activating | Deactivating | Dead;

    /// <summary>What keeps an interleaving call from entering.</summary>
    public const int BarsInterleaved = Busy | Ready | Unready;

    /// <summary>What keeps a read-only call from entering.</summary>
    public const int BarsReadOnly = BarsInterleaved | Exclusive | Waiting;

    /// <summary>What keeps any other call from entering.</summary>
    public const int BarsExclusive = BarsReadOnly | Shared;
}

using Orleans.Concurrency;

namespace Orleans.Embedded.Tests.Turns;

/// <summary>Calls of every kind of interleaving; each notes when it begins and when it ends.</summary>
public interface ITurns : IGrainWithStringKey
{
    /// <summary>Waits at a gate in the middle of the turn.</summary>
    Task Hold(string gate);

    Task Note(string note);

    /// <summary>As <see cref="Hold"/>, but others that are marked so may run meanwhile.</summary>
    [ReadOnly]
    Task HoldReading(string gate);

    [ReadOnly]
    Task NoteReading(string note);

    [AlwaysInterleave]
    Task HoldInterleaved(string gate);

    [AlwaysInterleave]
    Task NoteInterleaved(string note);
}

/// <summary>A grain as it is by default.</summary>
public interface ITurnGrain : ITurns;

/// <summary>The same, but reentrant.</summary>
public interface IReentrantTurnGrain : ITurns;

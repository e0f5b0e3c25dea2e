namespace Kayse.Grains.State;

/// <summary>What grains may take for granted of the storage below them.</summary>
/// <param name="KeepTheirOrder">
/// Whether writes, of states and of reminders, reach the disk in the order in which they were begun. Then what must come first need not be awaited before what comes second is begun.
/// </param>
public sealed record WriteOrder(bool KeepTheirOrder);

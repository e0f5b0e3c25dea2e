using System.Globalization;
using System.Runtime;
using Kayse.Bench.Reports;

namespace Kayse.Bench.Memory;

/// <summary>What the process takes at a moment, after a full collection that gives back what it can.</summary>
/// <param name="Heap">Live bytes on the managed heap.</param>
/// <param name="WorkingSet">Resident bytes of the process, whatever they are for.</param>
internal readonly record struct MemoryUse(long Heap, long WorkingSet)
{
    public static MemoryUse Now()
    {
        for (var i = 0; i < 2; i++)
        {
            GCSettings.LargeObjectHeapCompactionMode = GCLargeObjectHeapCompactionMode.CompactOnce;
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }

        return new MemoryUse(GC.GetTotalMemory(forceFullCollection: false), Environment.WorkingSet);
    }

    /// <summary>
    /// A row with what each of <paramref name="count"/> things has added since <paramref name="before"/>.
    /// </summary>
    public void Report(string what, MemoryUse before, int count, string aim, string note) =>
        Row.Write(
            what,
            $"{Row.Count((double)(Heap - before.Heap) / count)} B heap, {Row.Count((double)(WorkingSet - before.WorkingSet) / count)} B working set",
            aim,
            string.Create(CultureInfo.InvariantCulture, $"at {Row.Count(count)}; {note}; process {WorkingSet / (1024.0 * 1024):0} MiB")
        );
}

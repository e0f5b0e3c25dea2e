namespace Kayse.Bench.Load;

/// <summary>What a number of clients got done.</summary>
/// <param name="Elapsed">In how long.</param>
/// <param name="Processor">How much processor time the whole process took for it, with what goes on in the
/// background.</param>
/// <param name="Latencies">How long each call took, shortest first.</param>
internal sealed record LoadResult(TimeSpan Elapsed, TimeSpan Processor, IReadOnlyList<TimeSpan> Latencies)
{
    public double PerSecond => Latencies.Count / Elapsed.TotalSeconds;

    public string Times =>
        FormattableString.Invariant(
            $"p50 {Percentile(0.5).TotalMilliseconds:0.0} ms, p99 {Percentile(0.99).TotalMilliseconds:0.0} ms, {Processor.TotalMicroseconds / Latencies.Count:0} µs of processor each"
        );

    private TimeSpan Percentile(double share) => Latencies[Math.Min((int)(Latencies.Count * share), Latencies.Count - 1)];
}

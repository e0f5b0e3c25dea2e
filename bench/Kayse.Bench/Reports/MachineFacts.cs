using System.Diagnostics;
using System.Globalization;
using System.Runtime;
using System.Runtime.InteropServices;
using Kayse.Bench.Hosting;

namespace Kayse.Bench.Reports;

/// <summary>What the figures depend on: machine, runtime, and what the disk takes to make a write durable.</summary>
internal static class MachineFacts
{
    private const int Flushes = 200;
    private const int Block = 4096;

    public static int Print(BenchArguments arguments)
    {
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{Environment.ProcessorCount} cores ({Processor()}), {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription} "
                    + $"({(GCSettings.IsServerGC ? "server" : "workstation")} GC); 4 KiB written and flushed to disk in {FlushTime(arguments.DataDirectory).TotalMilliseconds:0.00} ms (median); "
                    + $"load average at the start {Load()}"
            )
        );
        return 0;
    }

    private static string Processor() =>
        File.ReadLines("/proc/cpuinfo")
            .FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))
            ?.Split(':')[1]
            .Trim()
        ?? "unknown";

    private static string Load() => string.Join(' ', File.ReadAllText("/proc/loadavg").Split(' ').Take(3));

    private static TimeSpan FlushTime(string directory)
    {
        Directory.CreateDirectory(directory);
        var path = Path.Combine(directory, "flush-time");
        var times = new List<TimeSpan>(Flushes);
        using (
            var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0, FileOptions.DeleteOnClose)
        )
        {
            for (var i = 0; i < Flushes; i++)
            {
                var before = Stopwatch.GetTimestamp();
                file.Write(new byte[Block]);
                file.Flush(flushToDisk: true);
                times.Add(Stopwatch.GetElapsedTime(before));
            }
        }

        return times.Order().ElementAt(Flushes / 2);
    }
}

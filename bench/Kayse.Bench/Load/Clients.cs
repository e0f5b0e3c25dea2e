using System.Diagnostics;

namespace Kayse.Bench.Load;

/// <summary>Clients that each make one call after the other, without a pause.</summary>
internal static class Clients
{
    /// <summary>How many clients there are, unless a part says otherwise.</summary>
    public const int Usual = 64;

    /// <summary>
    /// Calls for a while unmeasured, so that code is compiled and files have their size, then for
    /// <paramref name="duration"/>.
    /// </summary>
    public static async Task<LoadResult> RunAsync(int clients, TimeSpan duration, Func<int, Task> call)
    {
        await MeasureAsync(clients, duration / 3, call);
        return await MeasureAsync(clients, duration, call);
    }

    /// <summary>Makes <paramref name="count"/> calls, numbered from 0, so many at a time.</summary>
    public static Task RepeatAsync(int count, int atOnce, Func<int, Task> call)
    {
        var next = -1;
        return Task.WhenAll(
            Enumerable
                .Range(0, atOnce)
                .Select(_ =>
                    Task.Run(async () =>
                    {
                        for (var number = Interlocked.Increment(ref next); number < count; number = Interlocked.Increment(ref next))
                            await call(number);
                    })
                )
        );
    }

    private static async Task<LoadResult> MeasureAsync(int clients, TimeSpan duration, Func<int, Task> call)
    {
        var processor = Environment.CpuUsage.TotalTime;
        var start = Stopwatch.GetTimestamp();
        var latencies = await Task.WhenAll(
            Enumerable
                .Range(0, clients)
                .Select(client =>
                    Task.Run(async () =>
                    {
                        var own = new List<TimeSpan>(capacity: 65_536);
                        while (Stopwatch.GetElapsedTime(start) < duration)
                        {
                            var before = Stopwatch.GetTimestamp();
                            await call(client);
                            own.Add(Stopwatch.GetElapsedTime(before));
                        }

                        return own;
                    })
                )
        );
        return new LoadResult(
            Stopwatch.GetElapsedTime(start),
            Environment.CpuUsage.TotalTime - processor,
            [.. latencies.SelectMany(own => own).Order()]
        );
    }
}

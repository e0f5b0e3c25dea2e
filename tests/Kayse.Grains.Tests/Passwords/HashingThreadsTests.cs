using Kayse.Grains.Errors;

namespace Kayse.Grains.Passwords;

public sealed class HashingThreadsTests
{
    [Fact]
    public async Task One_thread_does_one_thing_at_a_time()
    {
        using var threads = new HashingThreads(count: 1, maxWaiting: 100);
        var running = 0;
        var most = 0;
        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => threads.RunAsync(Work, default)));
        most.ShouldBe(1);

        int Work()
        {
            most = Math.Max(most, Interlocked.Increment(ref running));
            Thread.Yield();
            return Interlocked.Decrement(ref running);
        }
    }

    [Fact]
    public async Task Two_threads_do_two_things_at_a_time()
    {
        using var threads = new HashingThreads(count: 2, maxWaiting: 10);
        using var both = new Barrier(2);
        var met = await Task.WhenAll(threads.RunAsync(Meet, default), threads.RunAsync(Meet, default));
        met.ShouldBe([true, true]);

        bool Meet() => both.SignalAndWait(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task Who_finds_the_queue_full_is_refused()
    {
        using var threads = new HashingThreads(count: 1, maxWaiting: 1);
        using var started = new ManualResetEventSlim();
        using var free = new ManualResetEventSlim();
        var running = threads.RunAsync(Block, default);
        started.Wait();
        var waiting = threads.RunAsync(() => 2, default);

        (await Should.ThrowAsync<RefusedException>(() => threads.RunAsync(() => 3, default))).Code.ShouldBe("rate_limited");

        free.Set();
        (await running).ShouldBe(1);
        (await waiting).ShouldBe(2);
        (await threads.RunAsync(() => 4, default)).ShouldBe(4);

        int Block()
        {
            started.Set();
            free.Wait();
            return 1;
        }
    }

    [Fact]
    public async Task Who_stops_waiting_is_not_worked_for()
    {
        using var threads = new HashingThreads(count: 1, maxWaiting: 10);
        using var free = new ManualResetEventSlim();
        using var impatient = new CancellationTokenSource();
        var worked = false;
        var running = threads.RunAsync(() => free.Wait(Timeout.Infinite, default), default);
        var waiting = threads.RunAsync(() => worked = true, impatient.Token);

        await impatient.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => waiting);

        free.Set();
        await running;
        await threads.RunAsync(() => 0, default);
        worked.ShouldBeFalse();
    }

    [Fact]
    public async Task Fault_reaches_the_caller_and_the_thread_goes_on()
    {
        using var threads = new HashingThreads(count: 1, maxWaiting: 10);
        await Should.ThrowAsync<FormatException>(() => threads.RunAsync<int>(() => throw new FormatException(), default));
        (await threads.RunAsync(() => 1, default)).ShouldBe(1);
    }

    [Fact]
    public async Task Caller_goes_on_elsewhere()
    {
        using var threads = new HashingThreads(count: 1, maxWaiting: 10);
        var (worker, caller) = await Task.Run(async () => (await threads.RunAsync(() => Environment.CurrentManagedThreadId, default), Environment.CurrentManagedThreadId));
        caller.ShouldNotBe(worker);
    }

    [Fact]
    public async Task Threads_are_nice()
    {
        if (!OperatingSystem.IsLinux())
            return;
        using var threads = new HashingThreads(count: 1, maxWaiting: 10);
        var stat = await threads.RunAsync(() => File.ReadAllText("/proc/thread-self/stat"), default);
        var fieldsAfterName = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        int.Parse(fieldsAfterName[16], System.Globalization.CultureInfo.InvariantCulture).ShouldBeGreaterThanOrEqualTo(10);
    }
}

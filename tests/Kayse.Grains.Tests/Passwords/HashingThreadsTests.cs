using Kayse.Grains.Errors;

namespace Kayse.Grains.Passwords;

public sealed class HashingThreadsTests
{
    private static readonly HashingCaller _caller = HashingCaller.Of("203.0.113.7");

    [Fact]
    public async Task One_thread_does_one_thing_at_a_time()
    {
        using var threads = Threads(count: 1, maxWaiting: 100);
        var running = 0;
        var most = 0;
        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => threads.RunAsync(_caller, Work, default)));
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
        using var threads = Threads(count: 2, maxWaiting: 10);
        using var both = new Barrier(2);
        var met = await Task.WhenAll(threads.RunAsync(_caller, Meet, default), threads.RunAsync(_caller, Meet, default));
        met.ShouldBe([true, true]);

        bool Meet() => both.SignalAndWait(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task Who_finds_the_queue_full_is_refused()
    {
        using var threads = Threads(count: 1, maxWaiting: 1);
        using var started = new ManualResetEventSlim();
        using var free = new ManualResetEventSlim();
        var running = threads.RunAsync(_caller, Block, default);
        started.Wait();
        var waiting = threads.RunAsync(_caller, () => 2, default);

        (await Should.ThrowAsync<RefusedException>(() => threads.RunAsync(_caller, () => 3, default))).Code.ShouldBe("unavailable");

        free.Set();
        (await running).ShouldBe(1);
        (await waiting).ShouldBe(2);
        (await threads.RunAsync(_caller, () => 4, default)).ShouldBe(4);

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
        using var threads = Threads(count: 1, maxWaiting: 10);
        using var free = new ManualResetEventSlim();
        using var impatient = new CancellationTokenSource();
        var worked = false;
        var running = threads.RunAsync(_caller, () => free.Wait(Timeout.Infinite, default), default);
        var waiting = threads.RunAsync(_caller, () => worked = true, impatient.Token);

        await impatient.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => waiting);

        free.Set();
        await running;
        await threads.RunAsync(_caller, () => 0, default);
        worked.ShouldBeFalse();
    }

    [Fact]
    public async Task Fault_reaches_the_caller_and_the_thread_goes_on()
    {
        using var threads = Threads(count: 1, maxWaiting: 10);
        await Should.ThrowAsync<FormatException>(() => threads.RunAsync<int>(_caller, () => throw new FormatException(), default));
        (await threads.RunAsync(_caller, () => 1, default)).ShouldBe(1);
    }

    [Fact]
    public async Task Caller_goes_on_elsewhere()
    {
        using var threads = Threads(count: 1, maxWaiting: 10);
        var (worker, caller) = await Task.Run(async () =>
            (await threads.RunAsync(_caller, () => Environment.CurrentManagedThreadId, default), Environment.CurrentManagedThreadId)
        );
        caller.ShouldNotBe(worker);
    }

    [Fact]
    public async Task Threads_are_nice()
    {
        if (!OperatingSystem.IsLinux())
            return;
        using var threads = Threads(count: 1, maxWaiting: 10);
        var stat = await threads.RunAsync(_caller, () => File.ReadAllText("/proc/thread-self/stat"), default);
        var fieldsAfterName = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        int.Parse(fieldsAfterName[16], System.Globalization.CultureInfo.InvariantCulture).ShouldBeGreaterThanOrEqualTo(10);
    }

    [Fact]
    public async Task All_that_waits_is_done_before_the_threads_end()
    {
        var done = 0;
        Task<int>[] waiting;
        using (var threads = Threads(count: 2, maxWaiting: 100))
            waiting = [.. Enumerable.Range(0, 20).Select(_ => threads.RunAsync(_caller, () => Interlocked.Increment(ref done), default))];

        await Task.WhenAll(waiting);
        done.ShouldBe(20);
    }

    private static HashingThreads Threads(int count, int maxWaiting) =>
        new(
            count,
            new HashingQueue<Action>(new HashingLimits(count, maxWaiting, maxWaiting, TimeSpan.FromMinutes(5))),
            TimeProvider.System
        );
}

using Kayse.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Concurrency;
using Orleans.Configuration;
using Orleans.Hosting;
using Orleans.Runtime;

namespace Orleans.Embedded.Tests;

public interface ISmokeGrain : IGrainWithStringKey
{
    Task<int> AddAsync(int amount);

    Task<int> AddSlowlyAsync(int amount);

    ValueTask<string?> EchoAsync(string? text, params int[] numbers);

    ValueTask ThrowAsync();

    [OneWay]
    void Forget(int amount);

    [AlwaysInterleave]
    Task<int> PeekAsync(CancellationToken token = default);

    Task SaveAsync();

    Task EndAsync();

    Task CallSelfAsync();

    Task RemindAsync(TimeSpan dueTime, TimeSpan period);

    Task ConflictAsync();
}

[GenerateSerializer]
public sealed record SmokeState
{
    [Id(0)]
    public int Total { get; set; }
}

internal sealed class SmokeGrain([PersistentState("smoke", "memory")] IPersistentState<SmokeState> state) : Grain, ISmokeGrain, IRemindable
{
    private int _inside;

    public static TaskCompletionSource<TickStatus> Ticked { get; set; } = new();

    public Task<int> AddAsync(int amount) => Task.FromResult(state.State.Total += amount);

    public async Task<int> AddSlowlyAsync(int amount)
    {
        Interlocked.Increment(ref _inside).ShouldBe(1);
        var before = state.State.Total;
        await Task.Yield();
        state.State.Total = before + amount;
        Interlocked.Decrement(ref _inside).ShouldBe(0);
        return state.State.Total;
    }

    public ValueTask<string?> EchoAsync(string? text, params int[] numbers) => new(text + numbers.Length);

    public ValueTask ThrowAsync() => throw new NotSupportedException("no");

    public void Forget(int amount) => state.State.Total += amount;

    public Task<int> PeekAsync(CancellationToken token = default) => Task.FromResult(state.State.Total);

    public Task SaveAsync() => state.WriteStateAsync();

    public Task EndAsync()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }

    public Task CallSelfAsync() => this.AsReference<ISmokeGrain>().AddAsync(1);

    public Task RemindAsync(TimeSpan dueTime, TimeSpan period) => this.RegisterOrUpdateReminder("smoke", dueTime, period);

    public async Task ConflictAsync()
    {
        await state.WriteStateAsync();
        throw new Orleans.Storage.InconsistentStateException("conflict");
    }

    public Task ReceiveReminder(string reminderName, TickStatus status)
    {
        Ticked.TrySetResult(status);
        return Task.CompletedTask;
    }
}

public sealed class RuntimeSmokeTests : IAsyncLifetime
{
    private readonly ManualTimeProvider _clock = new();
    private IHost _host = null!;

    private IGrainFactory Grains => _host.Services.GetRequiredService<IGrainFactory>();

    public async Task InitializeAsync()
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Services.AddSingleton<TimeProvider>(_clock);
        builder.UseOrleans(silo => silo
            .UseLocalhostClustering()
            .AddMemoryGrainStorage("memory")
            .UseInMemoryReminderService()
            .Configure<SiloMessagingOptions>(options => options.ResponseTimeout = TimeSpan.FromMilliseconds(300)));
        _host = builder.Build();
        await _host.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
    }

    [Fact]
    public async Task Calls_answer()
    {
        var grain = Grains.GetGrain<ISmokeGrain>("a");
        (await grain.AddAsync(2)).ShouldBe(2);
        (await grain.AddAsync(3)).ShouldBe(5);
        (await grain.EchoAsync("x", 1, 2)).ShouldBe("x2");
        await Should.ThrowAsync<NotSupportedException>(async () => await grain.ThrowAsync());
        grain.GetPrimaryKeyString().ShouldBe("a");
        grain.GetGrainId().ToString().ShouldBe("smoke/a");
    }

    [Fact]
    public async Task Calls_do_not_interleave()
    {
        var grain = Grains.GetGrain<ISmokeGrain>("b");
        await Task.WhenAll(Enumerable.Range(0, 1000).Select(_ => Task.Run(() => grain.AddSlowlyAsync(1))));
        (await grain.PeekAsync()).ShouldBe(1000);
    }

    [Fact]
    public async Task State_survives_deactivation()
    {
        var grain = Grains.GetGrain<ISmokeGrain>("c");
        await grain.AddAsync(7);
        await grain.SaveAsync();
        await grain.AddAsync(1);
        await grain.EndAsync();
        (await grain.AddAsync(0)).ShouldBe(7);
    }

    [Fact]
    public async Task A_conflict_deactivates()
    {
        var grain = Grains.GetGrain<ISmokeGrain>("conflict");
        await grain.AddAsync(7);
        await Should.ThrowAsync<Orleans.Storage.InconsistentStateException>(grain.ConflictAsync());
        await grain.AddAsync(1);
        await Should.ThrowAsync<Orleans.Storage.InconsistentStateException>(grain.ConflictAsync());
        (await grain.AddAsync(0)).ShouldBe(8);
    }

    [Fact]
    public async Task A_call_in_a_circle_times_out()
        => await Should.ThrowAsync<TimeoutException>(Grains.GetGrain<ISmokeGrain>("d").CallSelfAsync());

    [Fact]
    public async Task An_idle_grain_is_collected()
    {
        var grain = Grains.GetGrain<ISmokeGrain>("e");
        await grain.AddAsync(1);
        _clock.Advance(TimeSpan.FromMinutes(14));
        (await grain.AddAsync(0)).ShouldBe(1);
        _clock.Advance(TimeSpan.FromMinutes(16));
        (await grain.AddAsync(0)).ShouldBe(0);
    }

    [Fact]
    public async Task A_reminder_fires()
    {
        var grain = Grains.GetGrain<ISmokeGrain>("f");
        SmokeGrain.Ticked = new TaskCompletionSource<TickStatus>();
        await grain.RemindAsync(TimeSpan.FromMinutes(30), TimeSpan.FromMinutes(1));
        _clock.Advance(TimeSpan.FromMinutes(29));
        SmokeGrain.Ticked.Task.IsCompleted.ShouldBeFalse();
        _clock.Advance(TimeSpan.FromMinutes(1));
        (await SmokeGrain.Ticked.Task.WaitAsync(TimeSpan.FromSeconds(10))).Period.ShouldBe(TimeSpan.FromMinutes(1));
        await Should.ThrowAsync<ArgumentException>(grain.RemindAsync(TimeSpan.Zero, TimeSpan.FromSeconds(1)));
    }

    /// <summary>Fast calls, slow calls, one-way calls and deactivations from many threads: nothing is lost, nothing hangs.</summary>
    [Fact]
    public async Task Everything_at_once_loses_nothing()
    {
        const int Callers = 16;
        const int Calls = 5_000;
        var keys = Enumerable.Range(0, 4).Select(i => $"stress{i}").ToArray();
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(caller => Task.Run(async () =>
        {
            var random = new Random(caller);
            for (var i = 0; i < Calls; i++)
            {
                var grain = Grains.GetGrain<ISmokeGrain>(keys[random.Next(keys.Length)]);
                await (random.Next(100) switch
                {
                    0 => grain.EndAsync(),
                    < 30 => grain.AddSlowlyAsync(1),
                    < 60 => grain.PeekAsync(),
                    _ => grain.AddAsync(1),
                });
            }
        }))).WaitAsync(TimeSpan.FromSeconds(60));
    }
}

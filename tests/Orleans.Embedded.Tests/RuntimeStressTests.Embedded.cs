using System.Collections.Concurrent;
using Kayse.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Concurrency;
using Orleans.Hosting;
using Orleans.Runtime;

namespace Orleans.Embedded.Tests;

public interface IStressGrain : IGrainWithStringKey
{
    Task FastAsync();

    Task SlowAsync();

    [ReadOnly]
    Task ReadAsync();

    [ReadOnly]
    Task ReadSlowlyAsync();

    [AlwaysInterleave]
    Task InterleaveAsync();

    [OneWay]
    Task ForgetAsync();

    Task EndAsync();
}

/// <summary>What the activations of one grain id do, all together.</summary>
internal sealed class StressTally
{
    public int Alive;
    public int InTurn;
    public int Writers;
    public int Readers;
    public int Done;
    public int Broken;

    public void Require(bool fine)
    {
        if (!fine)
            Interlocked.Increment(ref Broken);
    }
}

internal sealed class StressGrain : Grain, IStressGrain
{
    public static ConcurrentDictionary<string, StressTally> Tallies { get; } = new();

    private StressTally Tally => Tallies.GetOrAdd(this.GetPrimaryKeyString(), _ => new StressTally());

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        Tally.Require(Interlocked.Increment(ref Tally.Alive) == 1);
        await Task.Yield();
    }

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        Tally.Require(Tally.Writers == 0 && Tally.Readers == 0);
        await Task.Yield();
        Tally.Require(Interlocked.Decrement(ref Tally.Alive) == 0);
    }

    public Task FastAsync()
    {
        Write(1);
        Turn();
        Write(-1);
        return Task.CompletedTask;
    }

    public async Task SlowAsync()
    {
        Write(1);
        Turn();
        await PauseAsync();
        Turn();
        Write(-1);
    }

    public Task ReadAsync()
    {
        Read(1);
        Turn();
        Read(-1);
        return Task.CompletedTask;
    }

    public async Task ReadSlowlyAsync()
    {
        Read(1);
        Turn();
        await PauseAsync();
        Turn();
        Read(-1);
    }

    public async Task InterleaveAsync()
    {
        Turn();
        await PauseAsync();
        Turn();
    }

    public async Task ForgetAsync()
    {
        await SlowAsync();
        Interlocked.Increment(ref Tally.Done);
    }

    public Task EndAsync()
    {
        DeactivateOnIdle();
        return SlowAsync();
    }

    /// <summary>Away from the activation, so that it has nothing to do meanwhile and calls that may not enter have the chance to.</summary>
    private static Task PauseAsync() => Task.Run(static () => Thread.SpinWait(500));

    private void Write(int by)
    {
        var writers = Interlocked.Add(ref Tally.Writers, by);
        Tally.Require(writers == Math.Max(by, 0) && Tally.Readers == 0 && Tally.Alive == 1);
    }

    private void Read(int by)
    {
        var readers = Interlocked.Add(ref Tally.Readers, by);
        Tally.Require(readers >= 0 && Tally.Writers == 0 && Tally.Alive == 1);
    }

    private void Turn()
    {
        Tally.Require(Interlocked.Increment(ref Tally.InTurn) == 1);
        Thread.SpinWait(20);
        Tally.Require(Interlocked.Decrement(ref Tally.InTurn) == 0);
    }
}

public sealed class RuntimeStressTests
{
    /// <summary>Every kind of call from many threads, while activations end on their own, are collected, and in the end the silo stops.</summary>
    [Fact]
    public async Task Nothing_overlaps_that_must_not_and_no_call_is_lost()
    {
        const int Callers = 16;
        const int Calls = 4_000;
        var clock = new ManualTimeProvider();
        var builder = Host.CreateApplicationBuilder();
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.UseOrleans();
        using var host = builder.Build();
        await host.StartAsync();
        var grains = host.Services.GetRequiredService<IGrainFactory>();
        using var finished = new CancellationTokenSource();
        var collecting = Task.Run(async () =>
        {
            while (!finished.IsCancellationRequested)
            {
                clock.Advance(TimeSpan.FromMinutes(20));
                await Task.Delay(1);
            }
        });
        var forgotten = 0;
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(caller => Task.Run(async () =>
        {
            var random = new Random(caller);
            var references = Enumerable.Range(0, 3).Select(i => grains.GetGrain<IStressGrain>($"stress{i}")).ToArray();
            for (var i = 0; i < Calls; i++)
            {
                var grain = references[random.Next(references.Length)];
                switch (random.Next(40))
                {
                    case 0: await grain.EndAsync(); break;
                    case < 6: await grain.SlowAsync(); break;
                    case < 12: await grain.ReadSlowlyAsync(); break;
                    case < 18: await grain.ReadAsync(); break;
                    case < 24: await grain.InterleaveAsync(); break;
                    case 24:
                        Interlocked.Increment(ref forgotten);
                        await grain.ForgetAsync();
                        break;
                    default: await grain.FastAsync(); break;
                }
            }
        }))).WaitAsync(TimeSpan.FromMinutes(2));
        await finished.CancelAsync();
        await collecting;
        await host.StopAsync();

        StressGrain.Tallies.Count.ShouldBe(3);
        foreach (var tally in StressGrain.Tallies.Values)
        {
            tally.Broken.ShouldBe(0);
            tally.Alive.ShouldBe(0);
        }

        StressGrain.Tallies.Values.Sum(tally => tally.Done).ShouldBe(forgotten);
        await Should.ThrowAsync<SiloUnavailableException>(grains.GetGrain<IStressGrain>("late").FastAsync());
    }
}

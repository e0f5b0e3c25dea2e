using Microsoft.Extensions.DependencyInjection;
using Orleans.Configuration;

namespace Orleans.Embedded.Tests.Activation;

public sealed class SlowDeactivationTests
{
    [Fact]
    public async Task A_deactivation_that_takes_too_long_is_told_to_stop_and_then_the_next_activation_serves()
    {
        await using var silo = await Start();
        var grain = silo.Grain<ISlowGrain>();
        await grain.Leave().Soon();

        await grain.Rest().Soon();

        await silo.Journal.Has("a told to stop");
    }

    /// <summary>The time limit is on deactivation; it is no leave to start a second activation beside a turn that still runs.</summary>
    [Fact]
    public async Task A_turn_that_runs_longer_than_a_deactivation_may_take_still_has_its_grain_to_itself()
    {
        await using var silo = await Start();
        var (grain, witness) = (silo.Grain<ISlowGrain>("a"), silo.Grain<ISlowGrain>("b"));
        var turn = grain.LeaveAndHold("turn");
        await silo.Gates.Reached("turn");

        var next = grain.Rest();
        await witness.Leave().Soon();
        await silo.Journal.Has("b told to stop");
        await witness.Rest().Soon();
        next.IsCompleted.ShouldBeFalse();
        silo.Gates.Open("turn");
        await Task.WhenAll(turn, next).Soon();

        silo.Journal.Notes.Where(note => note.StartsWith('a')).Take(3).ShouldBe(["a activated", "a passed turn", "a told to stop"]);
    }

    private static Task<TestSilo> Start() => TestSilo.Start(silo => silo.Services.Configure<GrainCollectionOptions>(options =>
        options.DeactivationTimeout = TimeSpan.FromMilliseconds(100)));
}

public interface ISlowGrain : IGrainWithStringKey
{
    Task Rest();

    Task Leave();

    Task LeaveAndHold(string gate);
}

/// <summary>Does not end before it is told that time is up.</summary>
public sealed class SlowGrain(Journal journal, Gates gates) : Grain, ISlowGrain
{
    private string Key => this.GetPrimaryKeyString();

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        journal.Note($"{Key} activated");
        return Task.CompletedTask;
    }

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        var told = new TaskCompletionSource();
        await using var registration = cancellationToken.Register(told.SetResult);
        await told.Task;
        journal.Note($"{Key} told to stop");
    }

    public Task Rest() => Task.CompletedTask;

    public Task Leave()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }

    public async Task LeaveAndHold(string gate)
    {
        DeactivateOnIdle();
        await gates.Pass(gate);
        journal.Note($"{Key} passed {gate}");
    }
}

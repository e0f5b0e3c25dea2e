using Microsoft.Extensions.DependencyInjection;
using Orleans.Configuration;

namespace Orleans.Embedded.Tests.Turns;

public sealed class DeadlockTests
{
    [Fact]
    public async Task A_circle_of_calls_times_out_and_then_both_grains_answer_again()
    {
        await using var silo = await TestSilo.Start(WithShortTimeout);
        var (a, b) = (silo.Grain<IWaitGrain>("a"), silo.Grain<IWaitGrain>("b"));

        await Should.ThrowAsync<TimeoutException>(() => a.CallThrough(b).Soon());

        await Task.WhenAll(a.Answer(), b.Answer()).Soon();
    }

    [Fact]
    public async Task A_call_to_itself_times_out_and_then_the_grain_answers_again()
    {
        await using var silo = await TestSilo.Start(WithShortTimeout);
        var grain = silo.Grain<IWaitGrain>();

        await Should.ThrowAsync<TimeoutException>(() => grain.CallItself().Soon());

        await grain.Answer().Soon();
    }

    [Fact]
    public async Task A_turn_goes_on_after_its_caller_has_given_up()
    {
        await using var silo = await TestSilo.Start(WithShortTimeout);
        var grain = silo.Grain<IWaitGrain>();

        await Should.ThrowAsync<TimeoutException>(() => grain.Hold("gate").Soon());
        silo.Gates.Open("gate");
        await silo.Journal.Has("a passed gate");
        await grain.Answer().Soon();
    }

    [Fact]
    public async Task Reentrant_grains_may_call_in_a_circle()
    {
        await using var silo = await TestSilo.Start();
        var (a, b) = (silo.Grain<IReentrantWaitGrain>("a"), silo.Grain<IReentrantWaitGrain>("b"));

        await a.CallThrough(b).Soon();
        await a.CallItself().Soon();
    }

    /// <summary>In real time, on either runtime.</summary>
    private static void WithShortTimeout(ISiloBuilder silo)
        => silo.Services.Configure<SiloMessagingOptions>(options => options.ResponseTimeout = TimeSpan.FromSeconds(1));
}

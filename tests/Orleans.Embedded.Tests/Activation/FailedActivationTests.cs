using Microsoft.Extensions.DependencyInjection;
using Orleans.Runtime.Hosting;

namespace Orleans.Embedded.Tests.Activation;

public sealed class FailedActivationTests
{
    [Theory]
    [InlineData("constructor")]
    [InlineData("read")]
    [InlineData("activation")]
    public async Task A_failed_activation_reaches_every_caller_that_waits_for_it(string step)
    {
        await using var silo = await Start();
        var grain = silo.Grain<IFragileGrain>();
        silo.Services.GetRequiredService<Faults>().Cause(step);

        var calls = Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => Fault(grain))));
        await silo.Clock.AdvanceUntil(calls);

        (await calls).ShouldAllBe(message => message.Contains($"Fault: {step}."));
        silo.Journal.Count("activated").ShouldBe(0);
        silo.Journal.Count("deactivated").ShouldBe(0);
    }

    [Theory]
    [InlineData("constructor")]
    [InlineData("read")]
    [InlineData("activation")]
    public async Task After_a_failed_activation_the_next_call_activates_anew(string step)
    {
        await using var silo = await Start();
        var grain = silo.Grain<IFragileGrain>();
        var faults = silo.Services.GetRequiredService<Faults>();
        faults.Cause(step);
        var failed = Fault(grain);
        await silo.Clock.AdvanceUntil(failed);

        faults.Mend(step);
        var instance = await grain.Instance().Soon();

        (await grain.Instance().Soon()).ShouldBe(instance);
        silo.Journal.Count("constructed").ShouldBe(2);
        silo.Journal.Count("activated").ShouldBe(1);
    }

    [Theory]
    [InlineData("constructor")]
    [InlineData("read")]
    [InlineData("activation")]
    public async Task A_failed_activation_lets_go_of_what_was_made_for_it(string step)
    {
        await using var silo = await Start();
        silo.Services.GetRequiredService<Faults>().Cause(step);

        var failed = Fault(silo.Grain<IFragileGrain>());
        await silo.Clock.AdvanceUntil(failed);

        await silo.Journal.Has("companion disposed");
        if (step != "constructor")
            await silo.Journal.Has("disposed");
    }

    [Fact]
    public async Task A_deactivated_grain_is_disposed_with_the_services_of_its_scope()
    {
        await using var silo = await Start();
        await silo.Grain<IFragileGrain>().Instance().Soon();

        await silo.Stop().Soon();

        silo.Journal.Notes.ShouldBe(["constructed", "companion used", "activated", "deactivated", "disposed", "companion disposed"]);
    }

    private static Task<TestSilo> Start() => TestSilo.Start(silo =>
    {
        silo.Services.AddSingleton<Faults>().AddScoped<Companion>();
        silo.Services.AddGrainStorage("Faulty", (services, _) => new FaultyStorage(services.GetRequiredService<Faults>()));
    });

    private static async Task<string> Fault(IFragileGrain grain)
    {
        var fault = await Should.ThrowAsync<Exception>(grain.Instance);
        return fault.ToString();
    }
}

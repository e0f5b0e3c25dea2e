using Microsoft.Extensions.DependencyInjection;

namespace Orleans.Embedded.Tests.Activation;

public sealed class StartupTests
{
    [Fact]
    public async Task A_startup_task_may_call_grains_and_start_waits_for_it()
    {
        await using var silo = await TestSilo.Start(silo => silo.AddStartupTask(async (services, _) =>
            await services.GetRequiredService<IGrainFactory>().GetGrain<ILifeGrain>("first").Instance()));

        silo.Journal.Notes.ShouldBe(["first activated"]);
    }
}

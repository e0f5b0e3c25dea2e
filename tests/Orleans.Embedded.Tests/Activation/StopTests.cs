namespace Orleans.Embedded.Tests.Activation;

public sealed class StopTests
{
    [Fact]
    public async Task A_stopping_silo_deactivates_every_grain()
    {
        await using var silo = await TestSilo.Start();
        await Task.WhenAll(Enumerable.Range(0, 10).Select(n => silo.Grain<ILifeGrain>($"{n}").Instance())).Soon();

        await silo.Stop().Soon();

        silo.Census.Total.ShouldBe(0);
        foreach (var n in Enumerable.Range(0, 10))
            silo.Journal.Count($"{n} deactivated: ShuttingDown").ShouldBe(1);
    }

    [Fact]
    public async Task A_stopping_silo_waits_for_the_turns_that_run()
    {
        await using var silo = await TestSilo.Start();
        var turn = silo.Grain<ILifeGrain>().Hold("turn");
        await silo.Gates.Reached("turn");

        var stop = silo.Stop();
        silo.Gates.Open("turn");
        await stop.Soon();

        await turn.Soon();
        silo.Journal.Notes.ShouldBe(["a activated", "a passed turn", "a deactivating", "a deactivated: ShuttingDown"]);
    }

    [Fact]
    public async Task A_stopping_silo_waits_for_deactivations()
    {
        await using var silo = await TestSilo.Start();
        var grain = silo.Grain<ILifeGrain>();
        await grain.HoldDeactivation("end");

        var stop = silo.Stop();
        await silo.Gates.Reached("end");
        stop.IsCompleted.ShouldBeFalse();
        silo.Gates.Open("end");
        await stop.Soon();

        silo.Census.Total.ShouldBe(0);
    }
}

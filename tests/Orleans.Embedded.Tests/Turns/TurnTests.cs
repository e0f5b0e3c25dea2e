namespace Orleans.Embedded.Tests.Turns;

public sealed class TurnTests
{
    [Fact]
    public async Task A_second_call_waits_until_the_first_has_completed()
    {
        await using var silo = await TestSilo.Start();
        var grain = silo.Grain<ITurnGrain>();
        var first = grain.Hold("first");
        await silo.Gates.Reached("first");

        var second = grain.Note("second");
        await grain.NoteInterleaved("probe").Soon();
        silo.Gates.Open("first");
        await Task.WhenAll(first, second).Soon();

        silo.Journal.Notes.ShouldBe(["first begins", "probe begins", "probe ends", "first ends", "second begins", "second ends"]);
    }

    [Fact]
    public async Task A_grain_that_waits_does_not_hold_up_another()
    {
        await using var silo = await TestSilo.Start();
        var waiting = silo.Grain<ITurnGrain>("a").Hold("gate");
        await silo.Gates.Reached("gate");

        await silo.Grain<ITurnGrain>("b").Note("b").Soon();

        waiting.IsCompleted.ShouldBeFalse();
        silo.Gates.Open("gate");
        await waiting.Soon();
    }

    [Fact]
    public async Task Grains_that_wait_hold_no_threads()
    {
        await using var silo = await TestSilo.Start();
        var waiting = Enumerable.Range(0, 500).Select(n => silo.Grain<ITurnGrain>($"{n}").Hold("gate")).ToArray();
        await silo.Journal.Has("gate begins", times: 500);

        silo.Gates.Open("gate");
        await Task.WhenAll(waiting).Soon();

        silo.Journal.Count("gate ends").ShouldBe(500);
    }
}

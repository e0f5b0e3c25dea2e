namespace Orleans.Embedded.Tests.Turns;

public sealed class InterleavingTests
{
    [Fact]
    public async Task A_reentrant_grain_takes_the_next_call_while_one_waits()
    {
        await using var silo = await TestSilo.Start();
        var grain = silo.Grain<IReentrantTurnGrain>();
        var first = grain.Hold("first");
        await silo.Gates.Reached("first");

        await grain.Note("second").Soon();

        first.IsCompleted.ShouldBeFalse();
        silo.Gates.Open("first");
        await first.Soon();
    }

    [Fact]
    public async Task A_call_that_always_interleaves_runs_while_another_waits()
    {
        await using var silo = await TestSilo.Start();
        var grain = silo.Grain<ITurnGrain>();
        var first = grain.Hold("first");
        await silo.Gates.Reached("first");

        await grain.NoteInterleaved("second").Soon();

        first.IsCompleted.ShouldBeFalse();
        silo.Gates.Open("first");
        await first.Soon();
    }

    [Fact]
    public async Task Any_call_may_begin_while_one_that_always_interleaves_waits()
    {
        await using var silo = await TestSilo.Start();
        var grain = silo.Grain<ITurnGrain>();
        var first = grain.HoldInterleaved("first");
        await silo.Gates.Reached("first");

        await grain.Note("second").Soon();

        first.IsCompleted.ShouldBeFalse();
        silo.Gates.Open("first");
        await first.Soon();
    }

    [Fact]
    public async Task Read_only_calls_interleave_with_each_other()
    {
        await using var silo = await TestSilo.Start();
        var grain = silo.Grain<ITurnGrain>();
        var first = grain.HoldReading("first");
        await silo.Gates.Reached("first");

        await grain.NoteReading("second").Soon();

        first.IsCompleted.ShouldBeFalse();
        silo.Gates.Open("first");
        await first.Soon();
    }

    [Fact]
    public async Task A_write_waits_for_the_read_that_runs()
    {
        await using var silo = await TestSilo.Start();
        var grain = silo.Grain<ITurnGrain>();
        var read = grain.HoldReading("read");
        await silo.Gates.Reached("read");

        var write = grain.Note("write");
        await grain.NoteInterleaved("probe").Soon();
        silo.Gates.Open("read");
        await Task.WhenAll(read, write).Soon();

        silo.Journal.Notes.ShouldBe(["read begins", "probe begins", "probe ends", "read ends", "write begins", "write ends"]);
    }

    [Fact]
    public async Task A_read_waits_for_the_write_that_runs()
    {
        await using var silo = await TestSilo.Start();
        var grain = silo.Grain<ITurnGrain>();
        var write = grain.Hold("write");
        await silo.Gates.Reached("write");

        var read = grain.NoteReading("read");
        await grain.NoteInterleaved("probe").Soon();
        silo.Gates.Open("write");
        await Task.WhenAll(write, read).Soon();

        silo.Journal.Notes.ShouldBe(["write begins", "probe begins", "probe ends", "write ends", "read begins", "read ends"]);
    }
}

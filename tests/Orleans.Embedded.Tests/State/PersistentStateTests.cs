namespace Orleans.Embedded.Tests.State;

public sealed class PersistentStateTests
{
    [Fact]
    public async Task A_record_that_was_never_written_does_not_exist()
    {
        await using var silo = await TestSilo.Start();

        var record = await silo.Grain<INotebookGrain>().Look().Soon();

        record.ShouldBe(new Record("", Exists: false, Etag: null));
    }

    [Fact]
    public async Task A_written_record_exists_and_each_write_changes_its_etag()
    {
        await using var silo = await TestSilo.Start();
        var grain = silo.Grain<INotebookGrain>();

        var first = await grain.Write("one").Soon();
        var second = await grain.Write("two").Soon();

        first.Exists.ShouldBeTrue();
        first.Etag.ShouldNotBeNullOrEmpty();
        second.Exists.ShouldBeTrue();
        second.Etag.ShouldNotBeNullOrEmpty();
        second.Etag.ShouldNotBe(first.Etag);
    }

    [Fact]
    public async Task State_is_read_before_activation()
    {
        await using var silo = await TestSilo.Start();
        var grain = silo.Grain<INotebookGrain>();
        var written = await grain.Write("kept").Soon();
        await grain.Leave();

        (await grain.AtActivation().Soon()).ShouldBe(written);
        (await grain.Look().Soon()).ShouldBe(written);
    }

    [Fact]
    public async Task What_was_not_written_is_gone_with_the_activation()
    {
        await using var silo = await TestSilo.Start();
        var grain = silo.Grain<INotebookGrain>();
        await grain.Write("written").Soon();
        await grain.Scribble("scribbled").Soon();
        (await grain.Look().Soon()).Text.ShouldBe("scribbled");

        await grain.Leave();

        (await grain.Look().Soon()).Text.ShouldBe("written");
    }

    [Fact]
    public async Task Reading_again_brings_back_what_is_stored()
    {
        await using var silo = await TestSilo.Start();
        var grain = silo.Grain<INotebookGrain>();
        var written = await grain.Write("written").Soon();
        await grain.Scribble("scribbled").Soon();

        (await grain.Reload().Soon()).ShouldBe(written);
    }

    [Fact]
    public async Task A_cleared_record_does_not_exist_and_its_state_is_new()
    {
        await using var silo = await TestSilo.Start();
        var grain = silo.Grain<INotebookGrain>();
        await grain.Write("written").Soon();

        var cleared = await grain.Clear().Soon();
        await grain.Leave();

        cleared.Text.ShouldBe("");
        cleared.Exists.ShouldBeFalse();
        var later = await grain.Look().Soon();
        later.Text.ShouldBe("");
        later.Exists.ShouldBeFalse();
    }

    [Fact]
    public async Task A_cleared_record_can_be_written_again()
    {
        await using var silo = await TestSilo.Start();
        var grain = silo.Grain<INotebookGrain>();
        await grain.Write("one").Soon();
        await grain.Clear().Soon();

        await grain.Write("two").Soon();
        await grain.Leave();

        var record = await grain.Look().Soon();
        record.Text.ShouldBe("two");
        record.Exists.ShouldBeTrue();
    }

    [Fact]
    public async Task Each_grain_has_a_record_of_its_own()
    {
        await using var silo = await TestSilo.Start();

        await silo.Grain<INotebookGrain>("a").Write("a").Soon();
        await silo.Grain<INotebookGrain>("b").Write("b").Soon();

        (await silo.Grain<INotebookGrain>("a").Reload().Soon()).Text.ShouldBe("a");
        (await silo.Grain<INotebookGrain>("b").Reload().Soon()).Text.ShouldBe("b");
    }
}

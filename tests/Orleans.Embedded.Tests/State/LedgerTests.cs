namespace Orleans.Embedded.Tests.State;

public sealed class LedgerTests
{
    [Fact]
    public async Task A_grain_with_state_finds_it_again()
    {
        await using var silo = await TestSilo.Start();
        var grain = silo.Grain<ILedgerGrain>();
        await grain.Add(1).Soon();
        await grain.Add(2).Soon();
        await grain.Save().Soon();

        await grain.Leave();

        (await grain.Entries().Soon()).ShouldBe([1, 2]);
    }

    [Fact]
    public async Task State_that_is_changed_in_place_and_not_saved_is_gone_with_the_activation()
    {
        await using var silo = await TestSilo.Start();
        var grain = silo.Grain<ILedgerGrain>();
        await grain.Add(1).Soon();
        await grain.Save().Soon();
        await grain.Add(2).Soon();

        await grain.Leave();

        (await grain.Entries().Soon()).ShouldBe([1]);
    }

    [Fact]
    public async Task Reading_again_undoes_what_was_not_saved()
    {
        await using var silo = await TestSilo.Start();
        var grain = silo.Grain<ILedgerGrain>();
        await grain.Add(1).Soon();
        await grain.Save().Soon();
        await grain.Add(2).Soon();

        await grain.Reload().Soon();

        (await grain.Entries().Soon()).ShouldBe([1]);
    }

    [Fact]
    public async Task A_cleared_state_is_empty()
    {
        await using var silo = await TestSilo.Start();
        var grain = silo.Grain<ILedgerGrain>();
        await grain.Add(1).Soon();
        await grain.Save().Soon();
        await grain.Leave();
        (await grain.Entries().Soon()).ShouldBe([1]);

        await grain.Leave();
        await grain.Clear().Soon();
        await grain.Leave();

        (await grain.Entries().Soon()).ShouldBeEmpty();
    }
}

namespace Orleans.Embedded.Tests.References;

public sealed class ResultTests
{
    [Fact]
    public async Task A_result_may_be_null()
    {
        await using var silo = await TestSilo.Start();
        var grain = silo.Grain<IResultGrain>();

        (await grain.Nothing().Soon()).ShouldBeNull();
        (await grain.NoNumber().Soon()).ShouldBeNull();
        (await grain.Echo(null).Soon()).ShouldBeNull();
        (await grain.Echo("x").Soon()).ShouldBe("x");
    }

    [Fact]
    public async Task A_method_may_answer_a_value_task()
    {
        await using var silo = await TestSilo.Start();
        var grain = silo.Grain<IResultGrain>();

        await grain.Touch();
        await grain.Touch().AsTask().Soon();

        (await grain.Touches()).ShouldBe(2);
        (await grain.TouchesLater().AsTask().Soon()).ShouldBe(2);
    }
}

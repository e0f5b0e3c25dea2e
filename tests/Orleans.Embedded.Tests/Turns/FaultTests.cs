namespace Orleans.Embedded.Tests.Turns;

public sealed class FaultTests
{
    [Theory]
    [InlineData("awaited")]
    [InlineData("at once")]
    [InlineData("value task")]
    [InlineData("through another grain")]
    public async Task An_exception_reaches_the_caller_as_it_was_thrown(string how)
    {
        await using var silo = await TestSilo.Start();
        var grain = silo.Grain<IFaultGrain>();

        Task Call() => how switch
        {
            "awaited" => grain.Refuse("c1", "No."),
            "at once" => grain.RefuseAtOnce("c1", "No."),
            "value task" => grain.RefuseValue("c1", "No.").AsTask(),
            _ => grain.RefuseThrough(silo.Grain<IFaultGrain>("b"), "c1", "No."),
        };

        var refused = await Should.ThrowAsync<RefusedException>(() => Call().Soon());
        refused.Message.ShouldBe("No.");
        refused.Code.ShouldBe("c1");
    }

    [Fact]
    public async Task A_call_is_made_even_if_it_throws_at_once_and_the_caller_gets_a_task()
    {
        await using var silo = await TestSilo.Start();

        var call = silo.Grain<IFaultGrain>().RefuseAtOnce("c1", "No.");

        await Should.ThrowAsync<RefusedException>(() => call.Soon());
    }

    [Fact]
    public async Task The_activation_survives_its_exceptions()
    {
        await using var silo = await TestSilo.Start();
        var grain = silo.Grain<IFaultGrain>();
        var instance = await grain.Instance();

        await Should.ThrowAsync<RefusedException>(() => grain.Refuse("c1", "No.").Soon());
        await Should.ThrowAsync<RefusedException>(() => grain.RefuseAtOnce("c1", "No.").Soon());

        (await grain.Instance()).ShouldBe(instance);
    }

    [Fact]
    public async Task A_cancellation_in_the_grain_is_one_for_the_caller()
    {
        await using var silo = await TestSilo.Start();

        await Should.ThrowAsync<OperationCanceledException>(() => silo.Grain<IFaultGrain>().Cancel().Soon());
    }

    [Fact]
    public async Task Each_of_many_concurrent_callers_gets_its_own_exception()
    {
        await using var silo = await TestSilo.Start();
        var grain = silo.Grain<IFaultGrain>();

        var codes = await Task.WhenAll(Enumerable.Range(0, 100).Select(async n =>
            (await Should.ThrowAsync<RefusedException>(() => grain.Refuse($"c{n}", "No."))).Code)).Soon();

        codes.ShouldBe(Enumerable.Range(0, 100).Select(n => $"c{n}"));
    }
}

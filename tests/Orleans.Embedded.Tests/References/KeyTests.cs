namespace Orleans.Embedded.Tests.References;

public sealed class KeyTests
{
    private static readonly Guid Id = new("6f1c5c0e-0f6e-4b7e-9a55-0d5d3a2f9d11");

    [Theory]
    [InlineData("a")]
    [InlineData("with/slash and space")]
    [InlineData("ünïcödé 🙂")]
    [InlineData("someone@example.org")]
    public async Task A_grain_has_the_string_by_which_it_was_called(string key)
    {
        await using var silo = await TestSilo.Start();
        var grain = silo.Grains.GetGrain<IStringKeyGrain>(key);

        grain.GetPrimaryKeyString().ShouldBe(key);
        (await grain.Key().Soon()).ShouldBe(key);
    }

    [Fact]
    public async Task A_grain_has_the_guid_by_which_it_was_called()
    {
        await using var silo = await TestSilo.Start();
        var grain = silo.Grains.GetGrain<IGuidKeyGrain>(Id);

        grain.GetPrimaryKey().ShouldBe(Id);
        (await grain.Key().Soon()).ShouldBe(Id);
    }

    [Theory]
    [InlineData(0L)]
    [InlineData(-1L)]
    [InlineData(long.MaxValue)]
    [InlineData(long.MinValue)]
    public async Task A_grain_has_the_number_by_which_it_was_called(long key)
    {
        await using var silo = await TestSilo.Start();
        var grain = silo.Grains.GetGrain<IIntegerKeyGrain>(key);

        grain.GetPrimaryKeyLong().ShouldBe(key);
        (await grain.Key().Soon()).ShouldBe(key);
    }

    [Fact]
    public async Task A_compound_key_has_both_its_parts()
    {
        await using var silo = await TestSilo.Start();

        (await silo.Grains.GetGrain<IGuidCompoundKeyGrain>(Id, "x+y").Key().Soon()).ShouldBe((Id, "x+y"));
        (await silo.Grains.GetGrain<IIntegerCompoundKeyGrain>(-5, "x+y").Key().Soon()).ShouldBe((-5L, "x+y"));
    }

    [Fact]
    public async Task A_grain_is_found_by_its_interface_given_at_run_time()
    {
        await using var silo = await TestSilo.Start();

        var byString = (IStringKeyGrain)silo.Grains.GetGrain(typeof(IStringKeyGrain), "a");
        var byGuid = (IGuidKeyGrain)silo.Grains.GetGrain(typeof(IGuidKeyGrain), Id);
        var byNumber = (IIntegerKeyGrain)silo.Grains.GetGrain(typeof(IIntegerKeyGrain), 7);

        (await byString.Key().Soon()).ShouldBe("a");
        (await byGuid.Key().Soon()).ShouldBe(Id);
        (await byNumber.Key().Soon()).ShouldBe(7);
    }

    [Fact]
    public async Task A_grain_is_found_by_its_id()
    {
        await using var silo = await TestSilo.Start();
        var id = silo.Grain<IStringKeyGrain>("a").GetGrainId();

        var grain = silo.Grains.GetGrain<IStringKeyGrain>(GrainId.Parse(id.ToString()));

        (await grain.Key().Soon()).ShouldBe("a");
    }

    [Fact]
    public async Task A_grain_type_is_named_after_its_class()
    {
        await using var silo = await TestSilo.Start();

        silo.Grain<IStringKeyGrain>("a").GetGrainId().ToString().ShouldBe("stringkey/a");
    }

    [Fact]
    public async Task An_interface_that_no_class_implements_is_refused()
    {
        await using var silo = await TestSilo.Start();

        Should.Throw<ArgumentException>(() => silo.Grain<INobodyGrain>());
    }

    [Fact]
    public async Task A_key_that_is_missing_is_refused()
    {
        await using var silo = await TestSilo.Start();

        Should.Throw<ArgumentException>(() => silo.Grain<IStringKeyGrain>(null!));
    }
}

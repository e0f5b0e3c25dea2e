using Microsoft.Extensions.DependencyInjection;
using Orleans.Embedded.Tests.Activation;
using Orleans.Runtime.Hosting;
using Orleans.Storage;

namespace Orleans.Embedded.Tests.State;

public sealed class StorageTests
{
    /// <summary>On Embedded only: all memory storages of an Orleans cluster share their records.</summary>
    [Fact]
    [Trait(OnlyOn.Runtime, OnlyOn.Embedded)]
    public async Task Records_are_told_apart_by_name_and_by_storage()
    {
        await using var silo = await TestSilo.Start();
        var grain = silo.Grain<IShelfGrain>();

        await grain.Write("left", "right", "elsewhere").Soon();
        await grain.Leave();
        (await grain.Read().Soon()).ShouldBe(["left", "right", "elsewhere"]);

        await grain.ClearLeft().Soon();
        await grain.Leave();
        (await grain.Read().Soon()).ShouldBe(["", "right", "elsewhere"]);
    }

    /// <summary>On Embedded only, as above.</summary>
    [Fact]
    [Trait(OnlyOn.Runtime, OnlyOn.Embedded)]
    public async Task A_storage_is_found_by_its_name()
    {
        await using var silo = await TestSilo.Start();
        var grain = silo.Grain<IShelfGrain>();
        await grain.Write("left", "right", "elsewhere").Soon();
        var state = new GrainState<Page>();

        await silo.Services.GetRequiredKeyedService<IGrainStorage>(TestSilo.OtherStorage).ReadStateAsync("left", grain.GetGrainId(), state);

        state.RecordExists.ShouldBeTrue();
        state.State!.Text.ShouldBe("elsewhere");
    }

    [Fact]
    public async Task A_write_that_fails_is_a_fault_of_the_call_and_tells_why()
    {
        var faults = new Faults();
        await using var silo = await TestSilo.Start(silo => silo.Services
            .AddSingleton(faults)
            .AddScoped<Companion>()
            .AddGrainStorage("Faulty", (_, _) => new FaultyStorage(faults)));
        var grain = silo.Grain<IFragileGrain>();
        await grain.Write().Soon();
        faults.Cause("write");

        var fault = await Should.ThrowAsync<OrleansException>(() => grain.Write().Soon());

        fault.ToString().ShouldContain("Fault: write.");
        faults.Mend("write");
        await grain.Write().Soon();
    }
}

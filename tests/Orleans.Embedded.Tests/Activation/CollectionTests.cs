using Microsoft.Extensions.DependencyInjection;
using Orleans.Configuration;

namespace Orleans.Embedded.Tests.Activation;

/// <summary>
/// On Embedded only: Orleans' collector reads the system's clock and ticks on a system timer, whatever <see cref="TimeProvider"/>
/// is registered, so that there these would have to wait for real minutes.
/// </summary>
[Trait(OnlyOn.Runtime, OnlyOn.Embedded)]
public sealed class CollectionTests
{
    private const string Collected = "a deactivated: ActivationIdle";

    [Fact]
    public async Task A_grain_is_collected_when_it_has_been_idle_for_its_age()
    {
        await using var silo = await TestSilo.Start();
        var grain = silo.Grain<IDefaultIdleGrain>();
        var instance = await grain.Instance();

        await Pass(silo, minutes: 17);

        await silo.Journal.Has(Collected);
        (await grain.Instance().Soon()).ShouldNotBe(instance);
    }

    [Fact]
    public async Task A_grain_that_is_called_in_time_is_not_collected()
    {
        await using var silo = await TestSilo.Start();
        var grain = silo.Grain<IDefaultIdleGrain>();
        var instance = await grain.Instance();

        for (var n = 0; n < 5; n++)
        {
            await Pass(silo, minutes: 13);
            (await grain.Instance().Soon()).ShouldBe(instance);
        }
    }

    [Fact]
    public async Task A_type_may_have_an_age_of_its_own()
    {
        await using var silo = await TestSilo.Start(configure => configure.Services.Configure<GrainCollectionOptions>(options =>
            options.ClassSpecificCollectionAge[typeof(ConfiguredIdleGrain).FullName!] = TimeSpan.FromMinutes(2)));
        var byOptions = await silo.Grain<IConfiguredIdleGrain>("options").Instance();
        var byAttribute = await silo.Grain<IShortIdleGrain>("attribute").Instance();
        var byDefault = await silo.Grain<IDefaultIdleGrain>("default").Instance();

        await Pass(silo, minutes: 5);

        await silo.Journal.Has("options deactivated: ActivationIdle");
        await silo.Journal.Has("attribute deactivated: ActivationIdle");
        (await silo.Grain<IConfiguredIdleGrain>("options").Instance().Soon()).ShouldNotBe(byOptions);
        (await silo.Grain<IShortIdleGrain>("attribute").Instance().Soon()).ShouldNotBe(byAttribute);
        (await silo.Grain<IDefaultIdleGrain>("default").Instance().Soon()).ShouldBe(byDefault);
    }

    [Fact]
    public async Task A_grain_that_is_to_be_kept_is_never_collected()
    {
        await using var silo = await TestSilo.Start();
        var instance = await silo.Grain<IEternalGrain>("a").Instance();
        await silo.Grain<IDefaultIdleGrain>("b").Instance();

        await Pass(silo, minutes: 24 * 60);
        await silo.Journal.Has("b deactivated: ActivationIdle");

        (await silo.Grain<IEternalGrain>("a").Instance().Soon()).ShouldBe(instance);
    }

    [Fact]
    public async Task Delayed_deactivation_keeps_a_grain_that_long()
    {
        await using var silo = await TestSilo.Start();
        var grain = silo.Grain<IDefaultIdleGrain>("a");
        await grain.Delay(TimeSpan.FromMinutes(60));
        await silo.Grain<IDefaultIdleGrain>("b").Instance();

        await Pass(silo, minutes: 55);
        await silo.Journal.Has("b deactivated: ActivationIdle");
        silo.Journal.Count(Collected).ShouldBe(0);

        await Pass(silo, minutes: 25);
        await silo.Journal.Has(Collected);
    }

    [Fact]
    public async Task A_timer_does_not_keep_its_grain()
    {
        await using var silo = await TestSilo.Start();
        await silo.Grain<IDefaultIdleGrain>().StartTimer(keepAlive: false);
        var limit = silo.Clock.Now + TimeSpan.FromMinutes(40);

        await silo.Clock.AdvanceUntil(silo.Journal.Has(Collected), step: TimeSpan.FromSeconds(15));

        silo.Clock.Now.ShouldBeLessThan(limit);
        silo.Journal.Notes.ShouldContain("tick");
    }

    [Fact]
    public async Task A_timer_that_is_to_keep_its_grain_does()
    {
        await using var silo = await TestSilo.Start();
        var grain = silo.Grain<IDefaultIdleGrain>("a");
        var start = silo.Clock.Now;
        await grain.StartTimer(keepAlive: true);
        await silo.Grain<IDefaultIdleGrain>("b").Instance();

        for (var n = 1; n <= 40; n++)
        {
            await silo.Clock.AdvanceToTimer(start + (n * TimeSpan.FromSeconds(70)));
            await silo.Journal.Has("tick", times: n);
            await silo.Clock.HasTimer(start + ((n + 1) * TimeSpan.FromSeconds(70)));
        }

        await silo.Journal.Has("b deactivated: ActivationIdle");
        silo.Journal.Count(Collected).ShouldBe(0);
    }

    [Fact]
    public async Task A_grain_in_the_middle_of_a_turn_is_not_collected()
    {
        await using var silo = await TestSilo.Start(configure => configure.Services.Configure<SiloMessagingOptions>(options =>
            options.ResponseTimeout = TimeSpan.FromDays(1)));
        var call = silo.Grain<IDefaultIdleGrain>("a").Hold("gate");
        await silo.Gates.Reached("gate");
        await silo.Grain<IDefaultIdleGrain>("b").Instance();

        await Pass(silo, minutes: 60);
        await silo.Journal.Has("b deactivated: ActivationIdle");

        silo.Journal.Count(Collected).ShouldBe(0);
        silo.Gates.Open("gate");
        await call.Soon();
    }

    /// <summary>Minute by minute, as it does: a collector looks round once a minute.</summary>
    private static async Task Pass(TestSilo silo, int minutes)
    {
        for (var n = 0; n < minutes; n++)
        {
            silo.Clock.Advance(TimeSpan.FromMinutes(1));
            await Task.Yield();
        }
    }
}

using Microsoft.Extensions.DependencyInjection;

namespace Orleans.Embedded.Tests.Reminders;

public sealed class ReminderArgumentTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task A_period_under_a_minute_is_refused()
    {
        await using var silo = await TestSilo.Start();
        var grain = silo.Grain<IAlarmGrain>();

        await Should.ThrowAsync<ArgumentException>(() => grain.Set("tea", Minute, TimeSpan.FromSeconds(59)).Soon());

        (await grain.AllSet().Soon()).ShouldBeEmpty();
        await grain.Set("tea", Minute, Minute).Soon();
    }

    [Fact]
    public async Task The_shortest_period_is_an_option()
    {
        await using var silo = await TestSilo.Start(silo => silo.Services.Configure<ReminderOptions>(options =>
            options.MinimumReminderPeriod = TimeSpan.FromSeconds(5)));
        var grain = silo.Grain<IAlarmGrain>();

        await grain.Set("tea", Minute, TimeSpan.FromSeconds(5)).Soon();
        await Should.ThrowAsync<ArgumentException>(() => grain.Set("tea", Minute, TimeSpan.FromSeconds(4)).Soon());
    }

    [Fact]
    public async Task Times_without_sense_are_refused()
    {
        await using var silo = await TestSilo.Start();
        var grain = silo.Grain<IAlarmGrain>();

        await Should.ThrowAsync<ArgumentOutOfRangeException>(() => grain.Set("tea", TimeSpan.FromSeconds(-1), Minute).Soon());
        await Should.ThrowAsync<ArgumentOutOfRangeException>(() => grain.Set("tea", Timeout.InfiniteTimeSpan, Minute).Soon());
        await Should.ThrowAsync<ArgumentOutOfRangeException>(() => grain.Set("tea", Minute, Timeout.InfiniteTimeSpan).Soon());
    }

    [Fact]
    public async Task A_reminder_without_a_name_is_refused()
    {
        await using var silo = await TestSilo.Start();

        await Should.ThrowAsync<ArgumentException>(() => silo.Grain<IAlarmGrain>().Set("", Minute, Minute).Soon());
    }

    [Fact]
    public async Task A_grain_that_cannot_be_reminded_can_register_no_reminder()
    {
        await using var silo = await TestSilo.Start();

        await Should.ThrowAsync<InvalidOperationException>(() => silo.Grain<IDeafGrain>().Set().Soon());
    }
}

public interface IDeafGrain : IGrainWithStringKey
{
    Task Set();
}

public sealed class DeafGrain : Grain, IDeafGrain
{
    public async Task Set() => await this.RegisterOrUpdateReminder("tea", TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1));
}

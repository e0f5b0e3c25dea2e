using System.Net;
using Kayse.Grains.SignInGuards;
using Kayse.Grains.Tests.Crashes;
using Kayse.Grains.Tests.Hosting;

namespace Kayse.Grains.Tests.SignInGuards;

public sealed class SignInGuardTests
{
    private const string Address = "ada@firm.example";

    [Fact]
    public async Task What_was_counted_outlives_a_restart()
    {
        await using var silo = await TestSilo.StartAsync();
        await FailAsync(silo, 5);
        await silo.RestartAsync();
        (await AttemptAsync(silo)).ShouldBe(new SignInGuardAnswer(SignInGuardVerdict.Wait, TimeSpan.FromSeconds(2), LockUntold: false));

        await FailAsync(silo, 5);
        await silo.RestartAsync(downFor: TimeSpan.FromMinutes(5));

        (await AttemptAsync(silo)).ShouldBe(new SignInGuardAnswer(SignInGuardVerdict.Locked, TimeSpan.FromMinutes(10), LockUntold: true));
    }

    [Fact]
    public async Task Failures_are_forgotten_an_hour_after_the_last_and_leave_nothing_on_disk()
    {
        await using var silo = await TestSilo.StartAsync();
        await FailAsync(silo, 3);
        silo.Clock.Advance(TimeSpan.FromMinutes(50));
        await FailAsync(silo, 1);
        silo.Clock.Advance(TimeSpan.FromMinutes(50));
        (await IsStoredAsync(silo)).ShouldBeTrue();

        silo.Clock.Advance(TimeSpan.FromMinutes(10));

        await CrashScenario.EventuallyAsync(async () =>
            (await IsStoredAsync(silo), await HasReminderAsync(silo)).ShouldBe((false, false))
        );
        (await FailAsync(silo, 1)).Verdict.ShouldBe(SignInGuardVerdict.Allowed);
    }

    [Fact]
    public async Task A_flood_of_addresses_leaves_nothing_on_disk_an_hour_later()
    {
        await using var silo = await TestSilo.StartAsync();
        var addresses = Enumerable.Range(0, 100).Select(number => $"p{number}@firm.example").ToList();
        await Task.WhenAll(addresses.Select(address => FailAsync(silo, 1, address)));
        silo.Clock.Advance(TimeSpan.FromHours(1));

        await CrashScenario.WhileTimePassesAsync(
            silo,
            TimeSpan.FromMinutes(30),
            async () =>
            {
                foreach (var address in addresses)
                    (await IsStoredAsync(silo, address), await HasReminderAsync(silo, address)).ShouldBe((false, false));
            }
        );
    }

    [Fact]
    public async Task A_success_forgets_failures_with_their_reminder()
    {
        await using var silo = await TestSilo.StartAsync();
        await FailAsync(silo, 3);

        await Guard(silo).SucceededAsync("attempt");

        (await IsStoredAsync(silo), await HasReminderAsync(silo)).ShouldBe((false, false));
    }

    [Fact]
    public async Task A_success_of_one_at_an_ip_address_forgets_nothing_of_the_others_there()
    {
        await using var silo = await TestSilo.StartAsync(
            ("Kayse:SignInGuard:Ip:FreeFailures", "0"),
            ("Kayse:SignInGuard:Ip:LockAfter", "1")
        );
        var guard = silo.Grains.GetGrain<ISignInGuardGrain>(SignInGuardKeys.ForIp(IPAddress.Parse("203.0.113.7")));
        await guard.FailedAsync("one");

        await guard.SucceededAsync("another");

        (await guard.AttemptAsync("third")).ShouldBe(
            new SignInGuardAnswer(SignInGuardVerdict.Locked, TimeSpan.FromMinutes(15), LockUntold: false)
        );
    }

    [Fact]
    public async Task As_many_may_be_under_way_as_could_fail_one_after_the_other_without_delay()
    {
        await using var silo = await TestSilo.StartAsync();
        await FailAsync(silo, 2);
        await Guard(silo).AttemptAsync("one");
        await Guard(silo).AttemptAsync("two");
        var (third, fourth) = (Guard(silo).AttemptAsync("three"), Guard(silo).AttemptAsync("four"));
        third.IsCompleted.ShouldBeFalse();

        await Guard(silo).ReleaseAsync("one");
        (await Task.WhenAny(third, fourth).Unwrap()).Verdict.ShouldBe(SignInGuardVerdict.Allowed);
        await Guard(silo).FailedAsync("two");
        await Guard(silo).FailedAsync(third.IsCompleted ? "three" : "four");

        (await Task.WhenAll(third, fourth))
            .Select(answer => answer.Verdict)
            .ShouldBe([SignInGuardVerdict.Allowed, SignInGuardVerdict.Wait], ignoreOrder: true);
    }

    [Fact]
    public async Task Once_there_are_delays_one_may_be_under_way()
    {
        await using var silo = await TestSilo.StartAsync();
        await FailAsync(silo, 4);
        silo.Clock.Advance(TimeSpan.FromSeconds(1));
        (await Guard(silo).AttemptAsync("one")).Verdict.ShouldBe(SignInGuardVerdict.Allowed);
        var waiting = Guard(silo).AttemptAsync("two");

        await Guard(silo).FailedAsync("one");

        (await waiting).ShouldBe(new SignInGuardAnswer(SignInGuardVerdict.Wait, TimeSpan.FromSeconds(2), LockUntold: false));
    }

    [Fact]
    public async Task Who_waits_in_vain_for_others_is_told_to_come_back()
    {
        await using var silo = await TestSilo.StartAsync();
        for (var i = 0; i < 4; i++)
            await Guard(silo).AttemptAsync($"under way {i}");
        var waiting = Guard(silo).AttemptAsync("another");
        await Guard(silo).ReleaseAsync("of no attempt");

        silo.Clock.Advance(TimeSpan.FromSeconds(10));

        (await waiting).ShouldBe(new SignInGuardAnswer(SignInGuardVerdict.Wait, TimeSpan.FromSeconds(1), LockUntold: false));
    }

    [Fact]
    public async Task An_attempt_whose_end_is_never_told_is_over_after_a_minute()
    {
        await using var silo = await TestSilo.StartAsync();
        for (var i = 0; i < 4; i++)
            await Guard(silo).AttemptAsync($"lost {i}");

        silo.Clock.Advance(TimeSpan.FromMinutes(1));

        (await AttemptAsync(silo)).Verdict.ShouldBe(SignInGuardVerdict.Allowed);
    }

    [Fact]
    public async Task A_lock_is_told_once_for_all_failures_that_come_together()
    {
        await using var silo = await TestSilo.StartAsync();
        (await FailAsync(silo, 10)).LockUntold.ShouldBeTrue();
        (await AttemptAsync(silo)).LockUntold.ShouldBeTrue("who counted the last failure may have died before it told");
        await Guard(silo).LockToldAsync();
        await silo.RestartAsync(downFor: TimeSpan.FromMinutes(15));

        (await FailAsync(silo, 5)).ShouldBe(
            new SignInGuardAnswer(SignInGuardVerdict.Locked, TimeSpan.FromMinutes(15), LockUntold: false)
        );
    }

    [Fact]
    public async Task After_a_lock_one_more_failure_does_not_lock_again_even_after_a_restart()
    {
        await using var silo = await TestSilo.StartAsync();
        await FailAsync(silo, 10);
        await silo.RestartAsync(downFor: TimeSpan.FromMinutes(15));

        (await FailAsync(silo, 1)).Verdict.ShouldBe(SignInGuardVerdict.Wait);
        await silo.RestartAsync(downFor: TimeSpan.FromMinutes(1));

        (await AttemptAsync(silo)).Verdict.ShouldBe(SignInGuardVerdict.Allowed);
    }

    [Fact]
    public async Task A_session_is_counted_by_itself_and_its_lock_is_told()
    {
        await using var silo = await TestSilo.StartAsync();
        await FailAsync(silo, 10);
        var session = silo.Grains.GetGrain<ISignInGuardGrain>(SignInGuardKeys.ForSession("session"));

        (await session.AttemptAsync("one")).Verdict.ShouldBe(SignInGuardVerdict.Allowed);
        for (var i = 0; i < 9; i++)
            (await session.FailedAsync($"{i}")).Verdict.ShouldNotBe(SignInGuardVerdict.Locked);
        (await session.FailedAsync("tenth")).ShouldBe(
            new SignInGuardAnswer(SignInGuardVerdict.Locked, TimeSpan.FromMinutes(15), LockUntold: true)
        );
    }

    [Fact]
    public async Task A_trusted_device_is_counted_by_itself()
    {
        await using var silo = await TestSilo.StartAsync();
        await FailAsync(silo, 10);
        var device = silo.Grains.GetGrain<ISignInGuardGrain>(SignInGuardKeys.ForDevice("device"));

        (await device.AttemptAsync("one")).Verdict.ShouldBe(SignInGuardVerdict.Allowed);
        for (var i = 0; i < 9; i++)
            (await device.FailedAsync($"{i}")).Verdict.ShouldNotBe(SignInGuardVerdict.Locked);
        (await device.FailedAsync("tenth")).ShouldBe(
            new SignInGuardAnswer(SignInGuardVerdict.Locked, TimeSpan.FromMinutes(15), LockUntold: false)
        );
    }

    [Theory]
    [InlineData("203.0.113.7", "ip:203.0.113.7", "network:203.0.113.0/24")]
    [InlineData("::ffff:203.0.113.7", "ip:203.0.113.7", "network:203.0.113.0/24")]
    [InlineData("2001:db8:1:2:3:4:5:6", "ip:2001:db8:1:2::/64", "network:2001:db8:1::/48")]
    public void A_caller_is_an_address_or_what_one_household_has(string ip, string caller, string network) =>
        (SignInGuardKeys.ForIp(IPAddress.Parse(ip)), SignInGuardKeys.ForNetwork(IPAddress.Parse(ip))).ShouldBe((caller, network));

    [Fact]
    public void An_account_is_no_address_that_could_be_read() =>
        SignInGuardKeys.ForAddress(Address).ShouldBe("address:KHWrR_R05ExfkN50xhuYJ_GRPV13edK2uKM4wEkQqEA");

    private static async Task<SignInGuardAnswer> FailAsync(TestSilo silo, int times, string address = Address)
    {
        SignInGuardAnswer answer = null!;
        for (var i = 0; i < times; i++)
            answer = await Guard(silo, address).FailedAsync($"failed {i}");
        return answer;
    }

    // An attempt that is given up at once.
    private static async Task<SignInGuardAnswer> AttemptAsync(TestSilo silo)
    {
        var answer = await Guard(silo).AttemptAsync("attempt");
        await Guard(silo).ReleaseAsync("attempt");
        return answer;
    }

    private static ISignInGuardGrain Guard(TestSilo silo, string address = Address) =>
        silo.Grains.GetGrain<ISignInGuardGrain>(SignInGuardKeys.ForAddress(address));

    private static Task<bool> IsStoredAsync(TestSilo silo, string address = Address) => silo.HasStateAsync("guard", Guard(silo, address));

    private static Task<bool> HasReminderAsync(TestSilo silo, string address = Address) => silo.HasRemindersAsync(Guard(silo, address));
}

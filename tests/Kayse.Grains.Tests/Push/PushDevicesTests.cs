using System.Text.Json;
using Kayse.Grains.Errors;
using Kayse.Grains.Push;
using Kayse.Grains.Sessions;
using Kayse.Grains.Tests.Hosting;

namespace Kayse.Grains.Tests.Push;

public sealed class PushDevicesTests(PushSilo world) : IClassFixture<PushSilo>
{
    [Fact]
    public async Task A_message_reaches_each_device_once()
    {
        var userId = await world.MemberAsync();
        var (phone, _) = await world.BrowserOfAsync(userId);
        var (laptop, _) = await world.BrowserOfAsync(userId);
        for (var time = 0; time < 3; time++)
            await world.Devices(userId).EnqueueAsync(world.Note("once"));
        await world.Devices(userId).EnqueueAsync(world.Note("next"));
        foreach (var browser in new[] { phone, laptop })
        {
            var messages = await world.Silo.PushService.WaitAsync(browser.Endpoint, 2);
            messages.Select(IdOf).ShouldBe(["once", "next"], ignoreOrder: true);
            messages.ShouldAllBe(message => message.P256dh == browser.P256dh && message.Auth == browser.Auth);
            messages.Select(message => message.Topic).Distinct().Count().ShouldBe(1);
            messages[0].TimeToLive.ShouldBe(TimeSpan.FromHours(24));
            messages[0].Key.Subject.ShouldBe("mailto:operations@firm.example");
        }
    }

    [Fact]
    public async Task A_message_for_somebody_without_a_device_is_dropped()
    {
        var userId = await world.MemberAsync();
        await world.Devices(userId).EnqueueAsync(world.Note("early"));
        var (browser, _) = await world.BrowserOfAsync(userId);
        await world.Devices(userId).EnqueueAsync(world.Note("late"));
        (await world.Silo.PushService.WaitAsync(browser.Endpoint, 1)).Select(IdOf).ShouldBe(["late"]);
    }

    [Fact]
    public async Task A_message_goes_to_sessions_in_its_company_alone()
    {
        var userId = world.Firm.Founder.UserId;
        var (here, _) = await world.BrowserOfAsync(userId);
        var elsewhere = await world.Firm.AlsoFoundAsync("Elsewhere");
        await world.Devices(userId).EnqueueAsync(world.Note("elsewhere", elsewhere.CompanyId));
        await world.Devices(userId).EnqueueAsync(world.Note("here"));
        (await world.Silo.PushService.WaitAsync(here.Endpoint, 1)).Select(IdOf).ShouldBe(["here"]);
    }

    [Theory]
    [InlineData(SessionEndReason.SignedOut)]
    [InlineData(SessionEndReason.Revoked)]
    [InlineData(null)] // It times out.
    public async Task A_device_ends_with_its_session(SessionEndReason? reason)
    {
        var userId = await world.MemberAsync();
        var (gone, device) = await world.BrowserOfAsync(userId);
        if (reason is { } why)
            await world.Silo.Grains.GetGrain<ISessionsGrain>(userId).EndSessionAsync(device.SessionId, why);
        else
            world.Silo.Clock.Advance(TimeSpan.FromMinutes(31));
        var (stays, _) = await world.BrowserOfAsync(userId);
        await world.Devices(userId).EnqueueAsync(world.Note("later"));
        await world.Silo.PushService.WaitAsync(stays.Endpoint, 1);
        world.Silo.PushService.To(gone.Endpoint).ShouldBeEmpty();
        (await world.Devices(userId).ListAsync()).Devices.ShouldNotContain(listed => listed.Id == device.Id);
    }

    [Fact]
    public async Task Nobody_who_was_removed_from_the_company_gets_anything()
    {
        var userId = await world.MemberAsync();
        var (browser, _) = await world.BrowserOfAsync(userId);
        await world.Firm.Members.RemoveMemberAsync(world.Firm.Founder, userId);
        await world.Devices(userId).EnqueueAsync(world.Note("too late"));
        (await world.Devices(userId).ListAsync()).Devices.ShouldBeEmpty();
        world.Silo.PushService.To(browser.Endpoint).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_device_that_its_push_service_does_not_know_is_removed()
    {
        var userId = await world.MemberAsync();
        var (browser, _) = await world.BrowserOfAsync(userId);
        using var answers = Answering(browser, PushOutcome.Gone);
        await world.Devices(userId).EnqueueAsync(world.Note("gone"));
        await world.Silo.PushService.WaitAsync(browser.Endpoint, 1);
        await EventuallyAsync(async () => (await world.Devices(userId).ListAsync()).Devices.ShouldBeEmpty());
    }

    [Fact]
    public async Task A_busy_push_service_is_asked_again_when_it_wants_to_be()
    {
        var userId = await world.MemberAsync();
        var (browser, device) = await world.BrowserOfAsync(userId);
        using (Answering(browser, PushOutcome.Busy, TimeSpan.FromMinutes(2)))
        {
            await world.Devices(userId).EnqueueAsync(world.Note("busy"));
            await world.Silo.PushService.WaitAsync(browser.Endpoint, 1);
        }

        // What it answered is noted with the next call.
        await world.Devices(userId).RenameAsync(device.Id, "Phone");
        world.Silo.Clock.Advance(TimeSpan.FromMinutes(1.9));
        await world.Devices(userId).RenameAsync(device.Id, "My phone");
        world.Silo.PushService.To(browser.Endpoint).Count.ShouldBe(1);
        world.Silo.Clock.Advance(TimeSpan.FromMinutes(0.2));
        (await world.Silo.PushService.WaitAsync(browser.Endpoint, 2)).Select(IdOf).ShouldBe(["busy", "busy"]);
    }

    [Fact]
    public async Task What_a_message_says_is_the_persons_choice()
    {
        var userId = await world.MemberAsync();
        var (browser, _) = await world.BrowserOfAsync(userId);
        await world.Devices(userId).EnqueueAsync(world.Note("short"));
        await world.Silo.PushService.WaitAsync(browser.Endpoint, 1);
        await world.Devices(userId).AllowContentAsync(true);
        (await world.Devices(userId).ListAsync()).IsContentAllowed.ShouldBeTrue();
        await world.Devices(userId).EnqueueAsync(world.Note("long"));
        var messages = await world.Silo.PushService.WaitAsync(browser.Endpoint, 2);
        messages[0].Payload.ShouldNotContain("Body");
        messages[1].Payload.ShouldContain("Body of long");
    }

    [Fact]
    public async Task A_person_has_at_most_ten_devices_and_each_once()
    {
        var userId = await world.MemberAsync();
        var (browser, device) = await world.BrowserOfAsync(userId);
        for (var count = 1; count < PushLimits.Devices; count++)
            await world.BrowserOfAsync(userId);
        (await Refused.CodeAsync(() => world.BrowserOfAsync(userId))).ShouldBe("too_many_push_devices");

        var again = await world.Devices(userId).SubscribeAsync(browser.In(device.SessionId) with { Name = "Reception" });
        again.Id.ShouldBe(device.Id);
        again.Name.ShouldBe("Reception");
        (await world.Devices(userId).ListAsync()).Devices.Count.ShouldBe(PushLimits.Devices);
        await world.Devices(userId).RemoveAsync(device.Id);
        (await Refused.CodeAsync(() => world.Devices(userId).RemoveAsync(device.Id))).ShouldBe("not_found");
        (await Refused.CodeAsync(() => world.Devices(userId).SendTestAsync(device.Id))).ShouldBe("not_found");
        await world.BrowserOfAsync(userId);
    }

    [Fact]
    public async Task A_test_message_reaches_its_device_alone()
    {
        var userId = await world.MemberAsync();
        var (tested, device) = await world.BrowserOfAsync(userId);
        var (other, _) = await world.BrowserOfAsync(userId);
        await world.Devices(userId).SendTestAsync(device.Id);
        (await world.Silo.PushService.WaitAsync(tested.Endpoint, 1))[0].Payload.ShouldContain("Notifications work on this device");
        world.Silo.PushService.To(other.Endpoint).ShouldBeEmpty();
    }

    [Fact]
    public async Task Nothing_that_a_device_can_be_reached_by_is_stored_in_clear()
    {
        var userId = await world.MemberAsync();
        var stored = new List<string>();
        world.Silo.Crash.Written = (name, _, state) => stored.Add($"{name} {JsonSerializer.Serialize(state, StateJson.Options)}");
        var (browser, _) = await world.BrowserOfAsync(userId);
        world.Silo.Crash.Written = (_, _, _) => { };
        stored.ShouldContain(text => text.StartsWith("devices", StringComparison.Ordinal));
        foreach (var secret in new[] { browser.Endpoint, browser.P256dh, browser.Auth })
            stored.ShouldAllBe(text => !text.Contains(secret, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nothing_is_left_of_somebody_who_was_erased()
    {
        var userId = await world.MemberAsync();
        var (browser, _) = await world.BrowserOfAsync(userId);
        await world.Devices(userId).AllowContentAsync(true);
        await world.Devices(userId).EraseAsync();
        await world.Devices(userId).EnqueueAsync(world.Note("erased"));
        var view = await world.Devices(userId).ListAsync();
        view.Devices.ShouldBeEmpty();
        view.IsContentAllowed.ShouldBeFalse();
        world.Silo.PushService.To(browser.Endpoint).ShouldBeEmpty();
    }

    private Undo Answering(TestBrowser browser, PushOutcome outcome, TimeSpan? retryAfter = null)
    {
        var before = world.Silo.PushService.Answer;
        world.Silo.PushService.Answer = message =>
            message.Endpoint == browser.Endpoint ? new PushResponse(outcome, retryAfter) : before(message);
        return new Undo(() => world.Silo.PushService.Answer = before);
    }

    private static string IdOf(PushMessage message) => JsonDocument.Parse(message.Payload).RootElement.GetProperty("id").GetString()!;

    private static Task EventuallyAsync(Func<Task> look) => Crashes.CrashScenario.EventuallyAsync(look);

    private sealed class Undo(Action undo) : IDisposable
    {
        public void Dispose() => undo();
    }
}

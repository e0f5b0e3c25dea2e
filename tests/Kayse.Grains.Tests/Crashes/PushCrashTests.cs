using System.Text.Json;
using Kayse.Grains.Push;
using Kayse.Grains.Tests.Hosting;
using Kayse.Grains.Tests.Push;
using Kayse.Testing;

namespace Kayse.Grains.Tests.Crashes;

/// <summary>Push messages and keys over the death of the process.</summary>
public sealed class PushCrashTests
{
    private static readonly (string, string) _contact = ("Kayse:Push:Subject", "mailto:operations@firm.example");

    [Fact]
    public async Task A_message_that_was_queued_arrives_always_with_the_same_id()
    {
        var browser = new TestBrowser();
        await CrashScenario.AtEveryPointAsync(
            async scenario =>
            {
                browser = new TestBrowser();
                await SubscribeAsync(scenario, browser);
                return () => Devices(scenario).EnqueueAsync(NoteOf(scenario));
            },
            async scenario =>
            {
                scenario.Remind();
                if (scenario.IsAcknowledged)
                    await CrashScenario.EventuallyAsync(() =>
                    {
                        Ids(scenario, browser).ShouldNotBeEmpty();
                        return Task.CompletedTask;
                    });
                // The inbox queues again what it can't know to be queued.
                await Devices(scenario).EnqueueAsync(NoteOf(scenario));
                await CrashScenario.EventuallyAsync(() =>
                {
                    Ids(scenario, browser).ShouldNotBeEmpty();
                    return Task.CompletedTask;
                });
                Ids(scenario, browser).Distinct().ShouldBe([NoteOf(scenario).Id]);
            },
            _contact
        );
    }

    [Fact]
    public async Task A_device_that_was_added_keeps_its_key()
    {
        var browser = new TestBrowser();
        await CrashScenario.AtEveryPointAsync(
            async scenario =>
            {
                var sessionId = (await scenario.Firm.SignInAsync(scenario.Firm.Founder.UserId)).Session.Id;
                browser = new TestBrowser();
                return () => Devices(scenario).SubscribeAsync(browser.In(sessionId));
            },
            async scenario =>
            {
                var view = await Devices(scenario).ListAsync();
                view.Devices.ShouldAllBe(device => !device.NeedsRenewal);
                if (!scenario.IsAcknowledged)
                    return;
                await Devices(scenario).EnqueueAsync(NoteOf(scenario));
                var sent = await scenario.Silo.PushService.WaitAsync(browser.Endpoint, 1);
                sent[0].Key.PublicKey.ShouldBe(view.PublicKey);
                foreach (var device in view.Devices)
                    await Devices(scenario).RemoveAsync(device.Id);
            },
            _contact
        );
    }

    private static IPushDevicesGrain Devices(CrashScenario scenario) =>
        scenario.Silo.Grains.GetGrain<IPushDevicesGrain>(scenario.Firm.Founder.UserId);

    private static async Task SubscribeAsync(CrashScenario scenario, TestBrowser browser)
    {
        foreach (var device in (await Devices(scenario).ListAsync()).Devices)
            await Devices(scenario).RemoveAsync(device.Id);
        var sessionId = (await scenario.Firm.SignInAsync(scenario.Firm.Founder.UserId)).Session.Id;
        await Devices(scenario).SubscribeAsync(browser.In(sessionId));
    }

    private static PushNote NoteOf(CrashScenario scenario) =>
        new(scenario.Email, scenario.Firm.CompanyId, "Title", scenario.Silo.Clock.GetUtcNow());

    private static IEnumerable<string> Ids(CrashScenario scenario, TestBrowser browser) =>
        scenario
            .Silo.PushService.To(browser.Endpoint)
            .Select(message => JsonDocument.Parse(message.Payload).RootElement.GetProperty("id").GetString()!);
}

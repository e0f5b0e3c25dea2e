using System.Text;
using Kayse.Grains.Audit;
using Kayse.Grains.BusinessHours;
using Kayse.Grains.Tests.Crashes;
using Kayse.Grains.Tests.Hosting;
using Kayse.Grains.Webhooks;

namespace Kayse.Grains.Tests.Webhooks;

public sealed class WebhookDeliveryTests(WebhookSilo world) : IClassFixture<WebhookSilo>
{
    [Fact]
    public async Task An_event_arrives_signed_and_says_what_happened_by_ids_alone()
    {
        var (firm, url) = (await world.FoundAsync(), WebhookFirm.NewUrl());
        var issued = await firm.CreateAsync(url);
        var id = (await firm.HappenAsync())[0];

        var message = (await firm.Receiver.WaitAsync(url, 1))[0];

        message.Id.ShouldBe(id);
        message.Timestamp.ShouldBe(world.Silo.Clock.GetUtcNow().ToUnixTimeSeconds());
        var key = Convert.FromBase64String(issued.Secret["whsec_".Length..]);
        message.Signatures.ShouldBe(WebhookSignature.Of(id, message.Timestamp, message.Body.Span, [key]));
        var body = TestWebhookReceiver.BodyOf(message);
        body["type"]!.GetValue<string>().ShouldBe("member.role_changed");
        body["data"]!["companyId"]!.GetValue<string>().ShouldBe(firm.Firm.CompanyId);
        body["data"]!["target"]!.ToJsonString().ShouldBe("""{"kind":"member","id":"ben"}""");
        body["data"]!["changedFields"]!.ToJsonString().ShouldBe("""["role"]""");
        body["data"]!["sequence"]!.GetValue<long>().ShouldBeGreaterThan(0);
        Encoding.UTF8.GetString(message.Body.Span).ShouldNotContain("Secret");
        Encoding.UTF8.GetString(message.Body.Span).ShouldNotContain("203.0.113.7");
    }

    [Fact]
    public async Task It_begins_now_or_at_a_cursor_and_tells_what_it_is_for()
    {
        var firm = await world.FoundAsync();
        var cursor = await firm.Log.GetEventsCursorAsync();
        var before = await firm.HappenAsync(3);
        await firm.HappenAsync(1, AuditActions.MemberLeft);
        var (all, chosen, late) = (WebhookFirm.NewUrl(), WebhookFirm.NewUrl(), WebhookFirm.NewUrl());
        await firm.CreateAsync(all, cursor);
        await firm.CreateAsync(chosen, cursor, AuditActions.MemberRoleChanged);
        await firm.CreateAsync(late);
        var after = await firm.HappenAsync();

        (await firm.Receiver.WaitAsync(all, 5)).Count.ShouldBe(5);
        (await firm.Receiver.WaitAsync(chosen, 4)).Select(message => message.Id).ShouldBe([.. before, .. after], ignoreOrder: true);
        (await firm.Receiver.WaitAsync(late, 1)).Select(message => message.Id).ShouldBe(after);
    }

    [Fact]
    public async Task What_fails_is_sent_again_with_the_same_id_while_others_go_on()
    {
        var (firm, dead, alive) = (await world.FoundAsync(), WebhookFirm.NewUrl(), WebhookFirm.NewUrl());
        firm.Receiver.Answer(dead, 500);
        var id = (await firm.CreateAsync(dead)).View.Id;
        await firm.CreateAsync(alive);
        var sent = await firm.HappenAsync();
        await firm.Receiver.WaitAsync(alive, 1);
        await firm.Receiver.WaitAsync(dead, 1);
        await CrashScenario.EventuallyAsync(async () => (await firm.GetAsync(id)).Status.ShouldBe(WebhookStatus.Failing));

        firm.Receiver.Answer(dead, 204);
        world.Silo.Clock.Advance(TimeSpan.FromSeconds(6.1));

        (await firm.Receiver.WaitAsync(dead, 2)).Select(message => message.Id).ShouldBe([sent[0], sent[0]]);
        await CrashScenario.EventuallyAsync(async () => (await firm.GetAsync(id)).Status.ShouldBe(WebhookStatus.Enabled));
        var delivery = (await firm.DeliveriesAsync(id)).Single();
        (delivery.EventId, delivery.State).ShouldBe((sent[0], WebhookDeliveryState.Delivered));
        delivery.Attempts.Select(attempt => attempt.Status).ShouldBe([500, 204]);
    }

    [Fact]
    public async Task A_receiver_that_hangs_gets_ten_at_a_time_and_nothing_is_lost()
    {
        var (firm, url) = (await world.FoundAsync(), WebhookFirm.NewUrl());
        var answer = new TaskCompletionSource<WebhookResponse>(TaskCreationOptions.RunContinuationsAsynchronously);
        firm.Receiver.Answers[url] = _ => answer.Task;
        var id = (await firm.CreateAsync(url)).View.Id;
        var sent = await firm.HappenAsync(130);
        await firm.Receiver.WaitAsync(url, 10);
        await CrashScenario.EventuallyAsync(async () => (await firm.GetAsync(id)).Waiting.ShouldBe(100));
        firm.Receiver.To(url).Count.ShouldBe(10);

        answer.SetResult(new WebhookResponse(WebhookOutcome.Delivered, 200));

        (await firm.Receiver.WaitAsync(url, 130)).Select(message => message.Id).ShouldBe(sent, ignoreOrder: true);
    }

    [Fact]
    public async Task A_receiver_that_is_gone_disables_its_webhook_and_the_admins_are_told()
    {
        var (firm, url) = (await world.FoundAsync(), WebhookFirm.NewUrl());
        firm.Receiver.Answer(url, 410);
        var id = (await firm.CreateAsync(url)).View.Id;
        await firm.HappenAsync();
        await CrashScenario.EventuallyAsync(async () => (await firm.GetAsync(id)).DisabledReason.ShouldBe(WebhookDisabledReason.Gone));
        await CrashScenario.EventuallyAsync(() =>
        {
            firm.MailsThatOneIs("disabled").ShouldBe(1);
            return Task.CompletedTask;
        });
        (await firm.Firm.AuditAsync()).ShouldContain(record => record.Action == AuditActions.WebhookDisabled && record.Target.Id == id);

        firm.Receiver.Answer(url, 200);
        await firm.HappenAsync();
        firm.Receiver.To(url).Count.ShouldBe(1);
        await firm.Webhooks.UpdateWebhookAsync(firm.Firm.Founder, id, new UpdateWebhook { IsEnabled = true });

        (await firm.Receiver.WaitAsync(url, 3)).Select(message => message.Id).Distinct().Count().ShouldBe(2);
    }

    [Fact]
    public async Task Events_are_sent_again_one_or_a_range()
    {
        var (firm, url) = (await world.FoundAsync(), WebhookFirm.NewUrl());
        var id = (await firm.CreateAsync(url)).View.Id;
        var sent = await firm.HappenAsync(3);
        var sequences = (await firm.Receiver.WaitAsync(url, 3)).ToDictionary(
            message => message.Id,
            message => TestWebhookReceiver.BodyOf(message)["data"]!["sequence"]!.GetValue<long>()
        );
        var (first, last) = (sequences[sent[0]], sequences[sent[2]]);

        await ReplayAsync(first, first);
        (await firm.Receiver.WaitAsync(url, 4))[3].Id.ShouldBe(sent[0]);
        await CrashScenario.EventuallyAsync(async () => (await firm.GetAsync(id)).IsReplaying.ShouldBeFalse());
        await ReplayAsync(first + 1, last);
        (await firm.Receiver.WaitAsync(url, 6)).Skip(4).Select(message => message.Id).ShouldBe(sent.Skip(1), ignoreOrder: true);

        (await Refused.CodeAsync(() => ReplayAsync(last + 50, last + 60))).ShouldBe("validation_failed");
        (await Refused.CodeAsync(() => ReplayAsync(last, first))).ShouldBe("validation_failed");
        await firm.Webhooks.UpdateWebhookAsync(firm.Firm.Founder, id, new UpdateWebhook { IsEnabled = false });
        (await Refused.CodeAsync(() => ReplayAsync(first, last))).ShouldBe("webhook_disabled");

        Task ReplayAsync(long from, long to) => firm.Webhooks.ReplayAsync(firm.Firm.Founder, id, new ReplayRange(from, to));
    }

    [Fact]
    public async Task A_test_event_is_sent_once_also_while_it_is_disabled()
    {
        var (firm, url) = (await world.FoundAsync(), WebhookFirm.NewUrl());
        var id = (await firm.CreateAsync(url)).View.Id;
        await firm.Webhooks.UpdateWebhookAsync(firm.Firm.Founder, id, new UpdateWebhook { IsEnabled = false });
        firm.Receiver.Answer(url, 410);
        var test = await firm.Webhooks.SendTestEventAsync(firm.Firm.Founder, id);
        (test.Type, test.State, test.Attempts[0].Status).ShouldBe(("webhook.test", WebhookDeliveryState.Failed, 410));
        (await firm.GetAsync(id)).DisabledReason.ShouldBe(WebhookDisabledReason.ByAdmin);
        (await firm.DeliveriesAsync(id)).Single().Id.ShouldBe(test.Id);
    }

    [Fact]
    public async Task A_rotated_secret_signs_beside_the_new_one_for_a_day()
    {
        var (firm, url) = (await world.FoundAsync(), WebhookFirm.NewUrl());
        var old = await firm.CreateAsync(url);
        var issued = await firm.Webhooks.RotateSecretAsync(firm.Firm.Founder, old.View.Id);
        issued.Secret.ShouldNotBe(old.Secret);
        await firm.HappenAsync();
        var message = (await firm.Receiver.WaitAsync(url, 1))[0];
        byte[][] keys = [.. new[] { issued, old }.Select(one => Convert.FromBase64String(one.Secret["whsec_".Length..]))];
        message.Signatures.ShouldBe(WebhookSignature.Of(message.Id, message.Timestamp, message.Body.Span, keys));
    }

    [Fact]
    public async Task Events_of_business_hours_are_in_the_feed_while_a_webhook_is_for_them()
    {
        var firm = await world.FoundAsync();
        var hours = world.Silo.Grains.GetGrain<IBusinessHoursGrain>(firm.Firm.CompanyId);
        var id = (await firm.CreateAsync(WebhookFirm.NewUrl(), null, AuditActions.MemberLeft)).View.Id;
        (await hours.HasSubscriberAsync("webhooks")).ShouldBeFalse();
        await UpdateAsync(AuditActions.BusinessHoursOpened);
        (await hours.HasSubscriberAsync("webhooks")).ShouldBeTrue();
        await UpdateAsync(AuditActions.MemberLeft);
        (await hours.HasSubscriberAsync("webhooks")).ShouldBeFalse();
        await UpdateAsync("*");
        (await hours.HasSubscriberAsync("webhooks")).ShouldBeTrue();
        await firm.Webhooks.DeleteWebhookAsync(firm.Firm.Founder, id);
        (await hours.HasSubscriberAsync("webhooks")).ShouldBeFalse();

        Task UpdateAsync(string type) => firm.Webhooks.UpdateWebhookAsync(firm.Firm.Founder, id, new UpdateWebhook { Types = [type] });
    }
}

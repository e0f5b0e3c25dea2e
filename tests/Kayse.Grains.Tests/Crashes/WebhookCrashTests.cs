using Kayse.Grains.Audit;
using Kayse.Grains.Tests.Hosting;
using Kayse.Grains.Tests.Webhooks;
using Kayse.Grains.Tokens;
using Kayse.Grains.Webhooks;

namespace Kayse.Grains.Tests.Crashes;

/// <summary>
/// A process that dies at any point leaves a webhook or none, with what the audit log says of it; and every event reaches
/// it, at least once.
/// </summary>
public sealed class WebhookCrashTests
{
    private string _id = "";
    private string _url = "";

    [Fact]
    public Task Creating_one() =>
        CrashScenario.AtEveryPointAsync(
            scenario =>
            {
                (_id, _url) = (EntityId.New(scenario.Silo.Clock), WebhookFirm.NewUrl());
                var command = new CreateWebhook(_id, _url, [WebhookTypes.Everything]);
                return Task.FromResult<Func<Task>>(() => Of(scenario).Webhooks.CreateWebhookAsync(scenario.Firm.Founder, command));
            },
            async scenario =>
            {
                var isThere = await IsThereAsync(scenario);
                if (scenario.IsAcknowledged)
                    isThere.ShouldBeTrue();
                (await CountAsync(scenario, AuditActions.WebhookCreated)).ShouldBe(isThere ? 1 : 0);
                if (!isThere)
                    return;
                (await scenario.Silo.HasRemindersAsync(Endpoint(scenario))).ShouldBeTrue();
                var happened = await Of(scenario).HappenAsync();
                (await scenario.Silo.Webhooks.WaitAsync(_url, 1)).Select(message => message.Id).ShouldContain(happened[0]);
                await Of(scenario).Webhooks.DeleteWebhookAsync(scenario.Firm.Founder, _id);
            }
        );

    [Fact]
    public Task Deleting_one() =>
        CrashScenario.AtEveryPointAsync(
            async scenario =>
            {
                await CreateAsync(scenario);
                return () => Of(scenario).Webhooks.DeleteWebhookAsync(scenario.Firm.Founder, _id);
            },
            async scenario =>
            {
                var isThere = await IsThereAsync(scenario);
                if (scenario.IsAcknowledged)
                    isThere.ShouldBeFalse();
                (await CountAsync(scenario, AuditActions.WebhookDeleted)).ShouldBe(isThere ? 0 : 1);
                (await scenario.Silo.HasStateAsync("webhook", Endpoint(scenario))).ShouldBe(isThere);
                if (isThere)
                    await Of(scenario).Webhooks.DeleteWebhookAsync(scenario.Firm.Founder, _id);
            }
        );

    [Fact]
    public Task Sending_what_happened() =>
        CrashScenario.AtEveryPointAsync(
            async scenario =>
            {
                await CreateAsync(scenario);
                scenario.Silo.Webhooks.Answer(_url, 500);
                return async () =>
                {
                    await Of(scenario).HappenAsync(3);
                    await CrashScenario.EventuallyAsync(() =>
                    {
                        (scenario.Silo.Crash.HasHappened || scenario.Silo.Webhooks.To(_url).Count >= 3).ShouldBeTrue();
                        return Task.CompletedTask;
                    });
                };
            },
            async scenario =>
            {
                scenario.Silo.Webhooks.Answer(_url, 200);
                var log = await Of(scenario).Log.ReadEventsAsync(null, 200);
                var happened = log
                    .Items.Where(one => one.Type == AuditActions.MemberRoleChanged)
                    .TakeLast(3)
                    .Select(one => one.Id)
                    .ToList();
                if (scenario.IsAcknowledged)
                    happened.Count.ShouldBe(3);
                await CrashScenario.WithinMinutesAsync(
                    scenario.Silo,
                    async () =>
                    {
                        (await Of(scenario).GetAsync(_id)).Waiting.ShouldBe(0);
                        if (scenario.IsAcknowledged)
                            scenario.Silo.Webhooks.To(_url).Select(message => message.Id).Intersect(happened).Count().ShouldBe(3);
                    }
                );
                await Of(scenario).Webhooks.DeleteWebhookAsync(scenario.Firm.Founder, _id);
            }
        );

    [Fact]
    public Task Rotating_a_secret_and_disabling() =>
        CrashScenario.AtEveryPointAsync(
            async scenario =>
            {
                await CreateAsync(scenario);
                return async () =>
                {
                    await Of(scenario).Webhooks.RotateSecretAsync(scenario.Firm.Founder, _id);
                    var disable = new UpdateWebhook { IsEnabled = false };
                    await Of(scenario).Webhooks.UpdateWebhookAsync(scenario.Firm.Founder, _id, disable);
                };
            },
            async scenario =>
            {
                var view = await Of(scenario).GetAsync(_id);
                if (scenario.IsAcknowledged)
                    view.Status.ShouldBe(WebhookStatus.Disabled);
                scenario.Remind();
                await CrashScenario.WithinMinutesAsync(
                    scenario.Silo,
                    async () =>
                    {
                        var (rotated, disabled) = (view.PreviousSecretUntil is null ? 0 : 1, view.DisabledReason is null ? 0 : 1);
                        (await CountAsync(scenario, AuditActions.WebhookSecretRotated)).ShouldBe(rotated);
                        (await CountAsync(scenario, AuditActions.WebhookDisabled)).ShouldBe(disabled);
                    }
                );
                await Of(scenario).Webhooks.DeleteWebhookAsync(scenario.Firm.Founder, _id);
            }
        );

    private async Task CreateAsync(CrashScenario scenario)
    {
        _url = WebhookFirm.NewUrl();
        _id = (await Of(scenario).CreateAsync(_url)).View.Id;
    }

    private static WebhookFirm Of(CrashScenario scenario) => new(scenario.Firm, "ada@firm.example");

    private IWebhookEndpointGrain Endpoint(CrashScenario scenario) => scenario.Silo.Grains.GetGrain<IWebhookEndpointGrain>(_id);

    private async Task<bool> IsThereAsync(CrashScenario scenario) =>
        (await Of(scenario).Webhooks.ListWebhooksAsync(scenario.Firm.Founder)).Any(webhook => webhook.Id == _id);

    private async Task<int> CountAsync(CrashScenario scenario, string action) =>
        (await scenario.Firm.AuditAsync()).Count(record => record.Action == action && record.Target.Id == _id);
}

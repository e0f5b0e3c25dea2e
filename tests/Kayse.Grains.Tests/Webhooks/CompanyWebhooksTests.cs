using System.Text.Json;
using Kayse.Grains.ApiKeys;
using Kayse.Grains.Audit;
using Kayse.Grains.Errors;
using Kayse.Grains.Members;
using Kayse.Grains.Tests.Crashes;
using Kayse.Grains.Tests.Hosting;
using Kayse.Grains.Tokens;
using Kayse.Grains.Webhooks;

namespace Kayse.Grains.Tests.Webhooks;

public sealed class CompanyWebhooksTests(WebhookSilo world) : IClassFixture<WebhookSilo>
{
    [Fact]
    public async Task Only_admins_who_have_proved_who_they_are_say_where_events_go()
    {
        var firm = await world.FoundAsync();
        var issued = await firm.CreateAsync(WebhookFirm.NewUrl());
        var (id, founder) = (issued.View.Id, firm.Firm.Founder);
        var user = Firm.ActorOf((await firm.Firm.JoinAsync($"u{id}@firm.example", Role.User)).UserId);
        var stranger = (await world.FoundAsync()).Firm.Founder;
        foreach (var (actor, code) in new[] { (user, "forbidden"), (stranger, "not_found") })
        {
            foreach (var act in Acts(actor))
                (await Refused.CodeAsync(act)).ShouldBe(code);
        }

        foreach (
            var (actor, code) in new[]
            {
                (founder with { IsProved = false }, "step_up_required"),
                (founder with { Key = ApiKeyPermissions.Admin, IsProved = false }, ApiKeyErrors.NotAllowed.Code),
            }
        )
        {
            (await Refused.CodeAsync(() => firm.Webhooks.RotateSecretAsync(actor, id))).ShouldBe(code);
            (await Refused.CodeAsync(() => firm.Webhooks.CreateWebhookAsync(actor, New()))).ShouldBe(code);
            (await Refused.CodeAsync(() => Update(actor, new UpdateWebhook { Url = WebhookFirm.NewUrl() }))).ShouldBe(code);
            await Update(actor, new UpdateWebhook { IsEnabled = true });
        }

        Func<Task>[] Acts(Actor actor) =>
            [
                () => firm.Webhooks.ListWebhooksAsync(actor),
                () => firm.Webhooks.GetWebhookAsync(actor, id),
                () => firm.Webhooks.CreateWebhookAsync(actor, New()),
                () => Update(actor, new UpdateWebhook { IsEnabled = false }),
                () => firm.Webhooks.DeleteWebhookAsync(actor, id),
                () => firm.Webhooks.SendTestEventAsync(actor, id),
                () => firm.Webhooks.RotateSecretAsync(actor, id),
                () => firm.Webhooks.ReplayAsync(actor, id, new ReplayRange(0, 1)),
                () => firm.Webhooks.ListDeliveriesAsync(actor, id, Firm.AllOfIt),
            ];

        Task<WebhookView> Update(Actor actor, UpdateWebhook command) => firm.Webhooks.UpdateWebhookAsync(actor, id, command);
        CreateWebhook New() => new(EntityId.New(world.Silo.Clock), WebhookFirm.NewUrl(), ["*"]);
    }

    [Fact]
    public async Task A_webhook_of_another_company_is_not_found()
    {
        var (firm, other) = (await world.FoundAsync(), await world.FoundAsync());
        var id = (await other.CreateAsync(WebhookFirm.NewUrl())).View.Id;
        var founder = firm.Firm.Founder;
        foreach (
            var act in new Func<Task>[]
            {
                () => firm.Webhooks.GetWebhookAsync(founder, id),
                () => firm.Webhooks.UpdateWebhookAsync(founder, id, new UpdateWebhook { Url = WebhookFirm.NewUrl() }),
                () => firm.Webhooks.DeleteWebhookAsync(founder, id),
                () => firm.Webhooks.SendTestEventAsync(founder, id),
                () => firm.Webhooks.RotateSecretAsync(founder, id),
                () => firm.Webhooks.ReplayAsync(founder, id, new ReplayRange(0, 1)),
                () => firm.Webhooks.ListDeliveriesAsync(founder, id, Firm.AllOfIt),
            }
        )
            (await Refused.CodeAsync(act)).ShouldBe("not_found");
        (await other.GetAsync(id)).Status.ShouldBe(WebhookStatus.Enabled);
    }

    [Theory]
    [InlineData("http://hooks.example/", "*", null, "url")]
    [InlineData("hooks.example", "*", null, "url")]
    [InlineData("https://hooks.example/#part", "*", null, "url")]
    [InlineData("", "*", null, "url")]
    [InlineData("https://hooks.example/", "member.unknown", null, "types")]
    [InlineData("https://hooks.example/", "session.ended", null, "types")]
    [InlineData("https://hooks.example/", "*,member.left", null, "types")]
    [InlineData("https://hooks.example/", "", null, "types")]
    [InlineData("https://hooks.example/", "*", "nonsense", "from")]
    public async Task What_can_not_be_is_refused_at_its_field(string url, string types, string? after, string field)
    {
        var firm = await world.FoundAsync();
        var command = new CreateWebhook(
            EntityId.New(world.Silo.Clock),
            url,
            types.Split(',', StringSplitOptions.RemoveEmptyEntries),
            after
        );
        var refused = await Should.ThrowAsync<RefusedException>(() => firm.Webhooks.CreateWebhookAsync(firm.Firm.Founder, command));
        refused.Refusal.Fields!.Keys.ShouldBe([field]);
    }

    [Fact]
    public async Task A_company_has_at_most_twenty()
    {
        var firm = await world.FoundAsync();
        for (var count = 0; count < FieldLimits.Webhooks; count++)
            await firm.CreateAsync(WebhookFirm.NewUrl());
        (await Refused.CodeAsync(() => firm.CreateAsync(WebhookFirm.NewUrl()))).ShouldBe("webhook_limit_reached");
        (await firm.Webhooks.ListWebhooksAsync(firm.Firm.Founder)).Count.ShouldBe(FieldLimits.Webhooks);
    }

    [Fact]
    public async Task What_is_done_with_a_webhook_is_in_the_audit_log_without_its_whole_address()
    {
        var firm = await world.FoundAsync();
        var (id, founder) = ((await firm.CreateAsync("https://one.example/secret")).View.Id, firm.Firm.Founder);
        await firm.Webhooks.UpdateWebhookAsync(founder, id, new UpdateWebhook { Url = "https://two.example/secret" });
        await firm.Webhooks.RotateSecretAsync(founder, id);
        await firm.Webhooks.UpdateWebhookAsync(founder, id, new UpdateWebhook { IsEnabled = false });
        await firm.Webhooks.UpdateWebhookAsync(founder, id, new UpdateWebhook { IsEnabled = true });
        await firm.Webhooks.DeleteWebhookAsync(founder, id);

        var records = (await firm.Firm.AuditAsync()).Where(record => record.Target.Kind == AuditTargetKinds.Webhook).ToList();
        records
            .Select(record => record.Action)
            .ShouldBe(
                [
                    AuditActions.WebhookCreated,
                    AuditActions.WebhookUpdated,
                    AuditActions.WebhookSecretRotated,
                    AuditActions.WebhookDisabled,
                    AuditActions.WebhookEnabled,
                    AuditActions.WebhookDeleted,
                ],
                ignoreOrder: true
            );
        records.ShouldAllBe(record => record.Actor.UserId == founder.UserId);
        JsonSerializer.Serialize(records).ShouldNotContain("/secret");
        (await Refused.CodeAsync(() => firm.GetAsync(id))).ShouldBe("not_found");
        (await world.Silo.HasStateAsync("webhook", world.Silo.Grains.GetGrain<IWebhookEndpointGrain>(id))).ShouldBeFalse();
        (await world.Silo.HasRemindersAsync(world.Silo.Grains.GetGrain<IWebhookEndpointGrain>(id))).ShouldBeFalse();
    }

    [Fact]
    public async Task No_secret_is_stored_in_clear()
    {
        var firm = await world.FoundAsync();
        var stored = new List<string>();
        world.Silo.Crash.Written = (name, _, state) => stored.Add($"{name} {JsonSerializer.Serialize(state, StateJson.Options)}");
        var issued = await firm.CreateAsync(WebhookFirm.NewUrl());
        world.Silo.Crash.Written = (_, _, _) => { };
        stored.ShouldContain(text => text.StartsWith("webhook ", StringComparison.Ordinal));
        var key = issued.Secret["whsec_".Length..];
        stored.ShouldAllBe(text => !text.Contains(key, StringComparison.Ordinal));
        issued.ToString().ShouldNotContain("whsec_");
    }

    [Fact]
    public async Task Admins_are_told_after_a_day_of_failure_and_when_it_is_disabled_for_it()
    {
        var (firm, url) = (await world.FoundAsync(), WebhookFirm.NewUrl());
        firm.Receiver.Answer(url, 503);
        var id = (await firm.CreateAsync(url)).View.Id;
        await firm.HappenAsync();
        await CrashScenario.EventuallyAsync(async () => (await firm.GetAsync(id)).FailingSince.ShouldNotBeNull());
        await MailedAsync("failing", TimeSpan.FromDays(1));
        (await firm.GetAsync(id)).Status.ShouldBe(WebhookStatus.Failing);
        world.Silo.Clock.Advance(TimeSpan.FromDays(4));
        await firm.HappenAsync();
        await MailedAsync("disabled", TimeSpan.FromMinutes(1));
        (await firm.GetAsync(id)).DisabledReason.ShouldBe(WebhookDisabledReason.Failing);

        Task MailedAsync(string what, TimeSpan step) =>
            CrashScenario.WhileTimePassesAsync(
                world.Silo,
                step,
                () =>
                {
                    firm.MailsThatOneIs(what).ShouldBe(1);
                    return Task.CompletedTask;
                }
            );
    }
}

using Kayse.Grains.ApiKeys;
using Kayse.Grains.Audit;
using Kayse.Grains.Companies;
using Kayse.Grains.Errors;
using Kayse.Grains.Lists;
using Kayse.Grains.Members;
using Kayse.Grains.Sessions;
using Kayse.Grains.State;

namespace Kayse.Grains.Webhooks;

/// <remarks>Above the company, which it asks who may do what, and above its webhooks.</remarks>
[GrainType("company-webhooks")]
internal sealed class CompanyWebhooksGrain : DurableGrain, ICompanyWebhooksGrain, IEventNewsGrain, IRemindable
{
    private static readonly CompanyRight _admin = new(Role.Admin, []);

    private readonly IPersistentState<CompanyWebhooksState> _storage;
    private readonly IWebhookTransport _transport;
    private readonly WebhookSecrets _secrets;
    private readonly TimeProvider _clock;
    private readonly PendingSteps<CompanyWebhookStep> _steps;
    private readonly PendingReminder _reminder;

    // What a read that interleaves with a write is shown.
    private CompanyWebhooksState _stored = new();

    public CompanyWebhooksGrain(
        [PersistentState("webhooks", Storage)] IPersistentState<CompanyWebhooksState> storage,
        IGrainContext context,
        IWebhookTransport transport,
        WebhookSecrets secrets,
        IGrainFactory grains,
        TimeProvider clock
    )
    {
        (_storage, _transport, _secrets, _clock) = (storage, transport, secrets, clock);
        _reminder = NewPendingReminder(() => State.Pending.Count > 0);
        _steps = new PendingSteps<CompanyWebhookStep>(
            _reminder,
            () => State.Pending,
            done => SaveAsync(State with { Pending = State.Pending.Without(done) }),
            new CompanyWebhookSteps(context.GrainId.Key.ToString()!, storage, grains).ExecuteAsync,
            DeactivateOnIdle
        );
    }

    private CompanyWebhooksState State => _storage.State;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _stored = State;
        return _steps.ResumeAsync();
    }

    public async Task ReceiveReminder(string reminderName, TickStatus status)
    {
        await _steps.ResumeAsync();
        await _reminder.RemoveIfDoneAsync();
    }

    public async Task<IReadOnlyList<WebhookView>> ListWebhooksAsync(Actor actor)
    {
        await AuthorizeAsync(actor);
        var views = await Task.WhenAll(_stored.Webhooks.Select(held => Endpoint(held.Id).GetAsync()));
        return [.. views.OfType<WebhookView>()];
    }

    public async Task<WebhookView> GetWebhookAsync(Actor actor, string webhookId)
    {
        await AuthorizeAsync(actor);
        return await Held(webhookId).GetAsync() ?? throw new RefusedException(GeneralErrors.NotFound);
    }

    public async Task<IssuedWebhook> CreateWebhookAsync(Actor actor, CreateWebhook command)
    {
        var by = await AuthorizeAsync(actor, needsProof: true);
        var (secret, encrypted) = _secrets.Create(command.WebhookId);
        if (State.Find(command.WebhookId) is not null)
            return new IssuedWebhook(await Endpoint(command.WebhookId).RotateSecretAsync(encrypted, by), secret);
        var fields = new WebhookFields(_transport);
        var (url, types, after) = (fields.Url(command.Url), fields.Types(command.Types), fields.After(command.After));
        fields.ThrowIfAny();
        if (State.Webhooks.Count >= FieldLimits.Webhooks)
            throw new RefusedException(WebhookErrors.LimitReached);
        var cursor = after ?? await GrainFactory.GetGrain<IAuditLogGrain>(Key).GetEventsCursorAsync();
        var created = Audit(command.WebhookId).Created(Key, url, types, by);
        var begin = new BeginWebhook(command.WebhookId, new StartWebhook(Key, url, types, encrypted, cursor, created));
        var held = new HeldWebhook(command.WebhookId, WebhookTypes.IncludeBusinessHours(types));
        await StoreAsync(State.With(held, new SyncEvents(by), begin));
        return new IssuedWebhook(await GetAsync(command.WebhookId), secret);
    }

    public async Task<WebhookView> UpdateWebhookAsync(Actor actor, string webhookId, UpdateWebhook command)
    {
        var by = await AuthorizeAsync(actor, needsProof: command.Url is not null);
        var endpoint = Held(webhookId);
        var fields = new WebhookFields(_transport);
        var url = command.Url is null ? null : fields.Url(command.Url);
        var types = command.Types is null ? null : fields.Types(command.Types);
        fields.ThrowIfAny();
        // The feed has to have the events before the webhook waits for them.
        if (types is not null && WebhookTypes.IncludeBusinessHours(types))
            await SetWantsBusinessHoursAsync(webhookId, true, by);
        var view = await endpoint.UpdateAsync(command with { Url = url, Types = types }, by);
        await SetWantsBusinessHoursAsync(webhookId, WebhookTypes.IncludeBusinessHours(view.Types), by);
        return view;
    }

    public async Task DeleteWebhookAsync(Actor actor, string webhookId)
    {
        var by = await AuthorizeAsync(actor);
        Held(webhookId);
        var url = (await GetAsync(webhookId)).Url;
        var deleted = Audit(webhookId).Of(Key, AuditActions.WebhookDeleted, url, by);
        await StoreAsync(State.Without(webhookId, new RemoveWebhook(webhookId, deleted), new SyncEvents(by)));
    }

    public async Task<WebhookDeliveryView> SendTestEventAsync(Actor actor, string webhookId)
    {
        await AuthorizeAsync(actor);
        return await Held(webhookId).SendTestEventAsync();
    }

    public async Task<IssuedWebhook> RotateSecretAsync(Actor actor, string webhookId)
    {
        var by = await AuthorizeAsync(actor, needsProof: true);
        var endpoint = Held(webhookId);
        var (secret, encrypted) = _secrets.Create(webhookId);
        return new IssuedWebhook(await endpoint.RotateSecretAsync(encrypted, by), secret);
    }

    public async Task ReplayAsync(Actor actor, string webhookId, ReplayRange range)
    {
        var by = await AuthorizeAsync(actor);
        await Held(webhookId).ReplayAsync(range, by);
    }

    public async Task<Page<WebhookDeliveryView>> ListDeliveriesAsync(Actor actor, string webhookId, PageRequest page)
    {
        await AuthorizeAsync(actor);
        return await Held(webhookId).ListDeliveriesAsync(page);
    }

    public Task EventsAddedAsync() => Task.WhenAll(_stored.Webhooks.Select(held => Endpoint(held.Id).EventsAddedAsync()));

    // A key could make itself last beyond its end, so keys neither get secrets nor say where events go.
    private async Task<AuditOrigin> AuthorizeAsync(Actor actor, bool needsProof = false)
    {
        var by = await GrainFactory.GetGrain<ICompanyGrain>(Key).AuthorizeAsync(actor, _admin);
        if (!needsProof)
            return by;
        if (actor.Key is not null)
            throw new RefusedException(ApiKeyErrors.NotAllowed);
        return actor.IsProved ? by : throw new RefusedException(SessionErrors.StepUpRequired);
    }

    private IWebhookEndpointGrain Endpoint(string webhookId) => GrainFactory.GetGrain<IWebhookEndpointGrain>(webhookId);

    private IWebhookEndpointGrain Held(string webhookId) =>
        _stored.Find(webhookId) is null ? throw new RefusedException(GeneralErrors.NotFound) : Endpoint(webhookId);

    private async Task<WebhookView> GetAsync(string webhookId) =>
        await Endpoint(webhookId).GetAsync() ?? throw new RefusedException(GeneralErrors.NotFound);

    private WebhookAudit Audit(string webhookId) => new(webhookId, _clock);

    private async Task SetWantsBusinessHoursAsync(string webhookId, bool isWanted, AuditOrigin by)
    {
        if (State.Find(webhookId) is { } held && held.WantsBusinessHours != isWanted)
            await StoreAsync(State.With(held with { WantsBusinessHours = isWanted }, new SyncEvents(by)));
    }

    private Task StoreAsync(CompanyWebhooksState next) => _steps.SaveAsync(next.Pending, () => SaveAsync(next));

    private async Task SaveAsync(CompanyWebhooksState next)
    {
        await SaveAsync(_storage, next);
        _stored = next;
    }
}

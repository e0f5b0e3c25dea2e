using Kayse.Grains.Errors;
using Kayse.Grains.Lists;
using Kayse.Grains.State;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Storage;

namespace Kayse.Grains.Notifications;

/// <remarks>A list of what can be asked of an inbox; each method is one of a class that has its feature.</remarks>
[GrainType("notification-inbox")]
internal sealed class NotificationInboxGrain
    : DurableGrain,
        INotificationInboxGrain,
        INotificationSettingsGrain,
        INotificationDeliveryGrain,
        INotificationNewsGrain,
        IRemindable
{
    private readonly IPersistentState<InboxState> _storage;
    private readonly InboxContext _inbox;
    private readonly InboxEntries _entries;
    private readonly InboxRetention _retention;
    private readonly InboxObservers _observers;
    private readonly InboxFeed _feed;
    private readonly InboxDelivery _delivery;
    private readonly InboxSettings _settings;
    private readonly InboxExplanations _explanations;
    private readonly InboxWork _work;

    public NotificationInboxGrain(
        [PersistentState("inbox", Storage)] IPersistentState<InboxState> storage,
        [FromKeyedServices(Storage)] IGrainStorage segments,
        IGrainContext context,
        IGrainFactory grains,
        TimeProvider clock
    )
    {
        _storage = storage;
        var userId = context.GrainId.Key.ToString()!;
        _inbox = new InboxContext(userId, storage, next => SaveAsync(storage, next), grains, clock);
        _entries = new InboxEntries(_inbox, new GrainRecords(segments, context.GrainId, DeactivateOnIdle));
        _retention = new InboxRetention(
            _inbox,
            _entries,
            () => this.RegisterOrUpdateReminder(InboxRetention.Reminder, InboxRetention.Period, InboxRetention.Period),
            () => StopReminderAsync(InboxRetention.Reminder)
        );
        _observers = new InboxObservers(userId, clock);
        _feed = new InboxFeed(_inbox, _entries, _retention, _observers);
        var reminder = new InboxReminder(
            due => this.RegisterOrUpdateReminder(InboxReminder.Name, due, InboxReminder.Period),
            () => StopReminderAsync(InboxReminder.Name),
            clock
        );
        _work = new InboxWork(_inbox, _entries, new InboxSteps(_inbox, _entries), reminder, DeactivateOnIdle);
        _delivery = new InboxDelivery(_inbox, _entries, _retention, _work, _observers);
        _settings = new InboxSettings(_inbox, _entries, _work);
        _explanations = new InboxExplanations(_inbox, _entries);
    }

    public override Task OnActivateAsync(CancellationToken cancellationToken) => _work.ResumeAsync();

    public Task ReceiveReminder(string reminderName, TickStatus status) =>
        reminderName == InboxRetention.Reminder ? _retention.CleanUpAsync() : _work.RemindAsync();

    public Task<NotificationPage> ListAsync(string companyId, bool? unread, PageRequest page) => _feed.ListAsync(companyId, unread, page);

    public Task<NotificationHead> GetHeadAsync(string companyId) => _feed.GetHeadAsync(companyId);

    public Task<NotificationChanges> ReadChangesAsync(string companyId, long after, int limit) =>
        _feed.ReadChangesAsync(companyId, after, limit);

    public Task<NotificationView> MarkReadAsync(string companyId, string id) => _feed.MarkReadAsync(companyId, id);

    public Task<NotificationHead> MarkAllReadAsync(string companyId, DateTimeOffset? before) => _feed.MarkAllReadAsync(companyId, before);

    public Task<NotificationView> ArchiveAsync(string companyId, string id) => _feed.ArchiveAsync(companyId, id);

    public Task<NotificationHead> SubscribeAsync(string companyId, INotificationObserver observer)
    {
        _observers.Add(observer, companyId);
        return _feed.GetHeadAsync(companyId);
    }

    public Task UnsubscribeAsync(INotificationObserver observer)
    {
        _observers.Remove(observer);
        return Task.CompletedTask;
    }

    public async Task EraseAsync()
    {
        await _entries.EraseAsync();
        await ClearAsync(_storage);
        await Task.WhenAll(StopReminderAsync(InboxReminder.Name), StopReminderAsync(InboxRetention.Reminder));
    }

    public Task<NotificationSettingsView> GetSettingsAsync(string companyId) => _settings.GetAsync();

    public Task<NotificationSettingsView> SetSettingsAsync(string companyId, SetNotificationSettings command) =>
        _settings.SetAsync(command);

    public Task<NotificationSettingsView> SnoozeAsync(string companyId, Snooze snooze) => _settings.SnoozeAsync(snooze);

    public Task<NotificationExplanation> ExplainAsync(string companyId, string eventId) => _explanations.ExplainAsync(companyId, eventId);

    public Task<NotificationDryRun> TryAsync(string companyId, NotificationSettings settings) =>
        _explanations.TryAsync(companyId, settings);

    public Task<DigestPreview> PreviewDigestAsync(string companyId) => _settings.PreviewDigestAsync(companyId);

    public Task ReconsiderAsync() => _work.ResumeAsync();

    public Task DeliverAsync(string companyId, string source, IReadOnlyList<SequencedEvent> events) =>
        _delivery.DeliverAsync(companyId, source, events);
}

using Kayse.Grains.Mail;
using Kayse.Grains.State;

namespace Kayse.Grains.ReleaseNotes;

[GrainType("release-readings")]
internal sealed class ReleaseReadingsGrain : DurableGrain, IReleaseReadingsGrain, IRemindable
{
    private const string WhenDue = "when-due";
    private static readonly TimeSpan _lookEvery = TimeSpan.FromHours(1);

    private readonly IPersistentState<ReleaseReadingsState> _storage;
    private readonly ReleaseMail _mail;
    private readonly TimeProvider _clock;
    private readonly PendingReminder _reminder;
    private readonly PendingSteps<ReleaseSummary> _steps;

    public ReleaseReadingsGrain(
        [PersistentState("release-readings", Storage)] IPersistentState<ReleaseReadingsState> storage,
        IGrainContext context,
        IGrainFactory grains,
        TimeProvider clock
    )
    {
        (_storage, _clock) = (storage, clock);
        _mail = new ReleaseMail(context.GrainId.Key.ToString()!, grains, clock);
        _reminder = NewPendingReminder(() => State.Pending.Count > 0);
        _steps = new PendingSteps<ReleaseSummary>(_reminder, () => State.Pending, RemoveAsync, _mail.SendAsync, DeactivateOnIdle);
    }

    private ReleaseReadingsState State => _storage.State;

    public override Task OnActivateAsync(CancellationToken cancellationToken) => _steps.ResumeAsync();

    public Task<ReleaseReadings> GetAsync() =>
        Task.FromResult(
            new ReleaseReadings(
                State.ReadUntil,
                State.Ignored.ToDictionary(ignored => ignored.SessionId, ignored => ignored.Note, StringComparer.Ordinal)
            )
            {
                MailedUntil = State.MailedUntil,
            }
        );

    public Task MarkReadAsync(string note) => SaveAsync(ReleaseReadingRules.Read(State, note));

    public Task IgnoreAsync(string sessionId, string note) => SaveAsync(ReleaseReadingRules.Ignore(State, sessionId, note));

    public async Task MailUnlessReadAsync(IReadOnlyList<ReleaseSummary> notes)
    {
        var next = ReleaseReadingRules.MailUnlessRead(State, notes, _clock.GetUtcNow());
        if (next.Unmailed is [var first, ..] && next != State)
            await this.RegisterOrUpdateReminder(WhenDue, DueIn(first.MailAt - _clock.GetUtcNow()), _lookEvery);
        await SaveAsync(next);
    }

    public async Task EraseAsync()
    {
        await ClearAsync(_storage);
        await StopReminderAsync(WhenDue);
    }

    public async Task ReceiveReminder(string reminderName, TickStatus status)
    {
        if (reminderName != WhenDue)
            await _steps.ResumeAsync();
        else
            await MailDueAsync();
        await _reminder.RemoveIfDoneAsync();
    }

    private async Task MailDueAsync()
    {
        await SaveAsync(ReleaseReadingRules.MailDue(State, _clock.GetUtcNow()));
        if (State.Unmailed.Count == 0)
            await StopReminderAsync(WhenDue);
    }

    private Task RemoveAsync(IReadOnlyCollection<ReleaseSummary> done) =>
        SaveAsync(_storage, State with { Pending = State.Pending.Without(done) });

    private Task SaveAsync(ReleaseReadingsState next) =>
        next == State ? Task.CompletedTask : _steps.SaveAsync(next.Pending, () => SaveAsync(_storage, next));
}

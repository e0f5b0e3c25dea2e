using Kayse.Grains.Audit;
using Kayse.Grains.Errors;
using Kayse.Grains.Lists;
using Kayse.Grains.Mail;
using Kayse.Grains.Members;
using Kayse.Grains.State;

namespace Kayse.Grains.AccessReviews;

/// <remarks>
/// Drives reviews from above: it reads the roster and changes members by the company's own commands, and keeps the
/// outcome in the records below, where an erasure finds it.
/// </remarks>
[GrainType("company-access-reviews")]
internal sealed class CompanyAccessReviewsGrain : DurableGrain, ICompanyAccessReviewsGrain, IRemindable
{
    private readonly IPersistentState<AccessReviewsState> _storage;
    private readonly PendingReminder _reminder;
    private readonly PendingSteps<AccessReviewStep> _steps;
    private readonly AccessReviewContext _reviews;
    private readonly AccessSnapshots _snapshots;
    private readonly AccessDecisions _decisions;
    private readonly AccessReviewReminders _reminders;
    private readonly AccessReviewAudit _audit;
    private readonly TimeProvider _clock;

    public CompanyAccessReviewsGrain(
        [PersistentState("access-reviews", Storage)] IPersistentState<AccessReviewsState> storage,
        IGrainContext context,
        IGrainFactory grains,
        TimeProvider clock
    )
    {
        (_storage, _clock) = (storage, clock);
        _reviews = new AccessReviewContext(grains, context.GrainId.Key.ToString()!);
        _snapshots = new AccessSnapshots(_reviews);
        _decisions = new AccessDecisions(_reviews, _snapshots, clock);
        _reminders = new AccessReviewReminders(_reviews);
        _audit = new AccessReviewAudit(_reviews.CompanyId, clock);
        _reminder = NewPendingReminder(() => State.Pending.Count > 0);
        _steps = new PendingSteps<AccessReviewStep>(
            _reminder,
            () => State.Pending,
            done => SaveAsync(_storage, State with { Pending = State.Pending.Without(done) }),
            ExecuteAsync,
            DeactivateOnIdle
        );
    }

    private AccessReviewsState State => _storage.State;

    private DateTimeOffset Now => _clock.GetUtcNow();

    public override Task OnActivateAsync(CancellationToken cancellationToken) => _steps.ResumeAsync();

    public async Task<Page<AccessReviewView>> ListReviewsAsync(Actor actor, PageRequest page)
    {
        await _reviews.EnsureMayAsync(actor);
        return await _reviews.Records.ListAsync(page);
    }

    public async Task<AccessReviewView> GetReviewAsync(Actor actor, string reviewId)
    {
        await _reviews.EnsureMayAsync(actor);
        return await _reviews.GetReviewAsync(reviewId);
    }

    public async Task<AccessReviewView> StartReviewAsync(Actor actor, StartAccessReview command)
    {
        var acting = await _reviews.ReviewerAsync(actor);
        if (await _reviews.Records.FindAsync(command.ReviewId) is { } known)
            return known;
        if (await _reviews.Records.FindOpenAsync() is not null)
            throw new RefusedException(AccessReviewErrors.Open);
        var review = new AccessReviewRecord
        {
            Id = command.ReviewId,
            Name = AccessReviewRules.NameOf(command, Now),
            StartedAt = Now,
            StartedById = acting.UserId,
            Buckets = AccessReviewItems.BucketsFor(await _snapshots.CountAsync(actor)),
            Reviewers = [new Reviewer(acting.UserId, acting.FullName)],
        };
        await SaveAsync(State, new OpenReview(review, actor, _audit.Started(actor, review)));
        return await _reviews.GetReviewAsync(review.Id);
    }

    public async Task<Page<AccessReviewItem>> ListItemsAsync(Actor actor, string reviewId, AccessReviewFilter filter, PageRequest page)
    {
        await GetReviewAsync(actor, reviewId);
        return await _reviews.Records.ListItemsAsync(reviewId, filter, page);
    }

    public async Task<AccessReviewItem> GetItemAsync(Actor actor, string reviewId, string userId)
    {
        await _reviews.EnsureMayAsync(actor);
        return await _reviews.GetItemAsync(reviewId, userId);
    }

    public async Task<AccessReviewItem> DecideAsync(Actor actor, string reviewId, string userId, DecideAccess command)
    {
        if (await _decisions.DecideAsync(actor, reviewId, userId, command) is { } step)
            await SaveAsync(State, step);
        return await _reviews.GetItemAsync(reviewId, userId);
    }

    public async Task<AccessReviewView> CloseReviewAsync(Actor actor, string reviewId, bool confirmed)
    {
        var acting = await _reviews.ReviewerAsync(actor);
        var review = await _reviews.GetReviewAsync(reviewId);
        if (review.Status == AccessReviewStatus.Closed)
            return review;
        if (review.Counts.Undecided > 0)
            await NoteWhoLeftAsync(actor, reviewId);
        review = await _reviews.GetReviewAsync(reviewId);
        if (review.Counts.Undecided > 0 && !confirmed)
            throw new RefusedException(AccessReviewErrors.Unfinished);
        var by = new Reviewer(acting.UserId, acting.FullName);
        await SaveAsync(State, new CloseReview(reviewId, by, Now, _audit.Closed(actor, by, review)));
        return await _reviews.GetReviewAsync(reviewId);
    }

    public async Task<AccessReviewReminder> GetReminderAsync(Actor actor)
    {
        await _reviews.EnsureMayAsync(actor);
        return Reminder;
    }

    public async Task<AccessReviewReminder> SetReminderAsync(Actor actor, bool quarterly)
    {
        var acting = await _reviews.ReviewerAsync(actor);
        if (quarterly == Reminder.Quarterly)
            return Reminder;
        if (quarterly)
            await this.RegisterOrUpdateReminder(AccessReviewReminders.Name, AccessReviewReminders.Period, AccessReviewReminders.Period);
        var record = _audit.ReminderChanged(actor, new Reviewer(acting.UserId, acting.FullName), quarterly);
        var next = State with { NextReminderAt = quarterly ? AccessReviewRules.NextReminder(Now) : null };
        await SaveAsync(next, new AppendReminderChange(record));
        return Reminder;
    }

    public async Task ReceiveReminder(string reminderName, TickStatus status)
    {
        if (reminderName == AccessReviewReminders.Name)
            await RemindAsync();
        else
            await _steps.ResumeAsync();
        await _reminder.RemoveIfDoneAsync();
    }

    private AccessReviewReminder Reminder => new(State.NextReminderAt is not null, State.NextReminderAt);

    private async Task RemindAsync()
    {
        if (State.NextReminderAt is not { } at)
            await StopReminderAsync(AccessReviewReminders.Name);
        else if (at <= Now)
            await SaveAsync(State with { NextReminderAt = AccessReviewRules.NextReminder(Now) }, [.. await _reminders.OfAsync(at, Now)]);
    }

    private async Task NoteWhoLeftAsync(Actor actor, string reviewId)
    {
        var joined = await _snapshots.JoinedAtAsync(actor);
        var undecided = new AccessReviewFilter(AccessReviewState.Undecided, Search: null);
        for (string? cursor = null; ;)
        {
            var page = await _reviews.Records.ListItemsAsync(reviewId, undecided, new PageRequest(FieldLimits.PageSize, cursor));
            foreach (var item in page.Items)
            {
                if (!joined.TryGetValue(item.UserId, out var joinedAt) || joinedAt != item.JoinedAt)
                    await _reviews.Records.PutItemAsync(reviewId, item with { HasLeft = true }, by: null);
            }

            if (page.NextCursor is null)
                return;
            cursor = page.NextCursor;
        }
    }

    private async Task<StepResult> ExecuteAsync(AccessReviewStep step)
    {
        switch (step)
        {
            case OpenReview(var review, var by, var audit):
                await OpenAsync(review, by);
                await AppendAsync(audit);
                break;
            case CarryOutDecision decision:
                await _decisions.CarryOutAsync(decision);
                break;
            case CloseReview(var reviewId, var by, var at, var audit):
                await _reviews.Records.CloseAsync(reviewId, by, at);
                await AppendAsync(audit);
                break;
            case AppendReminderChange(var audit):
                await AppendAsync(audit);
                break;
            case SendReviewReminder(var mail):
                await GrainFactory.GetGrain<IOutboxGrain>(OutboxShards.For(mail.Id)).EnqueueAsync(mail);
                break;
        }

        return StepResult.Done;
    }

    private async Task OpenAsync(AccessReviewRecord review, Actor by)
    {
        if (await _reviews.Records.FindAsync(review.Id) is not null)
            return;
        try
        {
            await _reviews.EnsureMayAsync(by);
            await _reviews.Records.OpenAsync(review, await _snapshots.TakeAsync(by));
        }
        catch (RefusedException)
        {
            await _reviews.Records.DiscardAsync(review);
            throw;
        }
    }

    private Task AppendAsync(AuditRecord record) => GrainFactory.GetGrain<IAuditLogGrain>(_reviews.CompanyId).AppendAsync([record]);

    private Task SaveAsync(AccessReviewsState next, params IEnumerable<AccessReviewStep> steps)
    {
        var changed = next with { Pending = State.Pending.With(steps) };
        return _steps.SaveAsync(changed.Pending, () => SaveAsync(_storage, changed));
    }
}

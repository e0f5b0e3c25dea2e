using Kayse.Grains.Audit;
using Kayse.Grains.Blobs;
using Kayse.Grains.BusinessHours;
using Kayse.Grains.Companies;
using Kayse.Grains.Errors;
using Kayse.Grains.Lists;
using Kayse.Grains.Members;
using Kayse.Grains.State;
using NodaTime;

namespace Kayse.Grains.Reports;

/// <remarks>Above the company, which it asks who may do what and whom to write to, and above usage.</remarks>
[GrainType("company-reports")]
internal sealed class CompanyReportsGrain : DurableGrain, ICompanyReportsGrain, IRemindable
{
    private const string SendDue = "send-reports";

    private static readonly CompanyRight _managers = new(Role.User, [Permissions.ManageBilling]);

    // The company may have moved to another time zone since.
    private static readonly TimeSpan _longestWait = TimeSpan.FromDays(1);
    private static readonly TimeSpan _tryAgainEvery = TimeSpan.FromMinutes(10);

    private readonly IPersistentState<ReportsState> _storage;
    private readonly IBlobStore _blobs;
    private readonly TimeProvider _clock;
    private readonly PendingReminder _reminder;
    private readonly PendingSteps<ReportStep> _steps;

    public CompanyReportsGrain(
        [PersistentState("reports", Storage)] IPersistentState<ReportsState> storage,
        IBlobStore blobs,
        TimeProvider clock
    )
    {
        (_storage, _blobs, _clock) = (storage, blobs, clock);
        _reminder = NewPendingReminder(() => State.Pending.Count > 0);
        _steps = new PendingSteps<ReportStep>(
            _reminder,
            () => State.Pending,
            done => SaveAsync(_storage, State with { Pending = State.Pending.Without(done) }),
            ExecuteAsync,
            DeactivateOnIdle
        );
    }

    private ReportsState State => _storage.State;

    private DateTimeOffset Now => _clock.GetUtcNow();

    public override Task OnActivateAsync(CancellationToken cancellationToken) => _steps.ResumeAsync();

    public async Task ReceiveReminder(string reminderName, TickStatus status)
    {
        await _steps.ResumeAsync();
        await _reminder.RemoveIfDoneAsync();
        if (reminderName != SendDue)
            return;
        await SendDueAsync();
        await DeleteFilesAsync();
        await RemindAsync(State);
    }

    public async Task<Page<ReportSchedule>> ListSchedulesAsync(Actor actor)
    {
        await AuthorizeAsync(actor, ReportMail.Readers);
        var zone = await ZoneAsync();
        return new([.. State.Schedules.Select(schedule => ViewOf(schedule, zone))], null, State.Schedules.Count);
    }

    public async Task<ReportSchedule> GetScheduleAsync(Actor actor, string scheduleId)
    {
        await AuthorizeAsync(actor, ReportMail.Readers);
        return ViewOf(Find(scheduleId), await ZoneAsync());
    }

    public async Task<IReadOnlyList<CompanyPerson>> ListRecipientsAsync(Actor actor)
    {
        await AuthorizeAsync(actor, ReportMail.Readers);
        return await FindReadersAsync();
    }

    public async Task<ReportSchedule> CreateScheduleAsync(Actor actor, CreateReportSchedule command)
    {
        var by = await AuthorizeAsync(actor, _managers);
        var zone = await ZoneAsync();
        if (State.Schedules.FirstOrDefault(schedule => schedule.Id == command.ScheduleId) is { } known)
            return ViewOf(known, zone);
        var created = ReportRules.Create(State.Schedules, command, await FindReadersAsync(), zone, Now);
        await SaveAsync([.. State.Schedules, created], ReportAudit.Of(Key, null, created, by, _clock));
        return ViewOf(created, zone);
    }

    public async Task<ReportSchedule> UpdateScheduleAsync(Actor actor, string scheduleId, UpdateReportSchedule command)
    {
        var by = await AuthorizeAsync(actor, _managers);
        var zone = await ZoneAsync();
        var before = Find(scheduleId);
        var after = ReportRules.Update(before, command, await FindReadersAsync(), zone, Now);
        if (after != before)
            await SaveAsync(Replacing(after), ReportAudit.Of(Key, before, after, by, _clock));
        return ViewOf(after, zone);
    }

    public async Task DeleteScheduleAsync(Actor actor, string scheduleId, long? expectedVersion)
    {
        var by = await AuthorizeAsync(actor, _managers);
        var schedule = Find(scheduleId);
        VersionRules.EnsureExpected(expectedVersion, schedule.Version);
        await SaveAsync([.. State.Schedules.Where(other => other != schedule)], ReportAudit.Of(Key, schedule, null, by, _clock));
    }

    private async Task SendDueAsync()
    {
        var zone = await ZoneAsync();
        var next = State;
        foreach (var schedule in State.Schedules)
        {
            if (ReportRules.Due(schedule, Key, zone, Now) is not var (after, step))
                continue;
            next = next with
            {
                Schedules = [.. next.Schedules.Select(other => other.Id == after.Id ? after : other)],
                Files = [.. next.Files.Where(file => file.Key != step.FileKey), new ReportFile(step.FileKey, step.NotAfter)],
                Pending = next.Pending.With(step),
            };
        }

        if (next != State)
            await _steps.SaveAsync(next.Pending, () => SaveAsync(_storage, next));
    }

    private async Task DeleteFilesAsync()
    {
        var over = State.Files.Where(file => file.DeleteAt <= Now).ToList();
        if (over.Count == 0)
            return;
        foreach (var file in over)
            await _blobs.DeleteAsync(file.Key, CancellationToken.None);
        await SaveAsync(_storage, State with { Files = [.. State.Files.Except(over)] });
    }

    private async Task SaveAsync(IReadOnlyList<StoredSchedule> schedules, AuditRecord record)
    {
        var next = State with { Schedules = schedules, Pending = State.Pending.With(new RecordScheduleChange(record)) };
        // Before the write, so that no report waits for want of a reminder.
        await RemindAsync(next);
        await _steps.SaveAsync(next.Pending, () => SaveAsync(_storage, next));
    }

    private async Task RemindAsync(ReportsState state)
    {
        var zone = await ZoneAsync();
        List<DateTimeOffset> times =
        [
            .. state.Schedules.Select(schedule => ReportRules.NextAt(schedule, zone)),
            .. state.Files.Select(file => file.DeleteAt),
        ];
        if (times.Count == 0)
        {
            await StopReminderAsync(SendDue);
            return;
        }

        var wait = DueIn(times.Min() - Now);
        await this.RegisterOrUpdateReminder(SendDue, wait < _longestWait ? wait : _longestWait, _tryAgainEvery);
    }

    private async Task<StepResult> ExecuteAsync(ReportStep step)
    {
        switch (step)
        {
            case RecordScheduleChange(var record):
                await GrainFactory.GetGrain<IAuditLogGrain>(Key).AppendAsync([record]);
                break;
            case SendReport report:
                await new ReportMail(Key, GrainFactory, _blobs, _clock).SendAsync(report);
                break;
        }

        return StepResult.Done;
    }

    private StoredSchedule Find(string scheduleId) =>
        State.Schedules.FirstOrDefault(schedule => schedule.Id == scheduleId) ?? throw new RefusedException(GeneralErrors.NotFound);

    private List<StoredSchedule> Replacing(StoredSchedule next) =>
        [.. State.Schedules.Select(schedule => schedule.Id == next.Id ? next : schedule)];

    private async Task<DateTimeZone> ZoneAsync() =>
        DateTimeZoneProviders.Tzdb[(await GrainFactory.GetGrain<IBusinessHoursGrain>(Key).GetAsync()).Schedule?.TimeZone ?? "Etc/UTC"];

    private async Task<IReadOnlyList<CompanyPerson>> FindReadersAsync() =>
        (await GrainFactory.GetGrain<ICompanyAccessGrain>(Key).ListWithRightAsync(ReportMail.Readers)).People;

    private Task<AuditOrigin> AuthorizeAsync(Actor actor, CompanyRight right) =>
        GrainFactory.GetGrain<ICompanyGrain>(Key).AuthorizeAsync(actor, right);

    private static ReportSchedule ViewOf(StoredSchedule schedule, DateTimeZone zone) =>
        new(schedule.Id, schedule.Timing, schedule.Format, schedule.Recipients, ReportRules.NextAt(schedule, zone), schedule.Version);
}

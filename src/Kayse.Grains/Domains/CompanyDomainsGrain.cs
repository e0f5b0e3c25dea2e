using Kayse.Grains.Audit;
using Kayse.Grains.Companies;
using Kayse.Grains.Errors;
using Kayse.Grains.Members;
using Kayse.Grains.State;

namespace Kayse.Grains.Domains;

[GrainType("company-domains")]
internal sealed class CompanyDomainsGrain : DurableGrain, ICompanyDomainsGrain, IRemindable
{
    private const string ChecksName = "checks";

    private static readonly TimeSpan _checksPeriod = TimeSpan.FromDays(1);
    private static readonly CompanyRight _admin = new(Role.Admin, []);

    private readonly IPersistentState<DomainsState> _storage;
    private readonly PendingSteps<DomainStep> _steps;
    private readonly PendingReminder _reminder;
    private readonly ITxtRecords _records;
    private readonly TimeProvider _clock;

    // What a read that interleaves with a write is shown.
    private DomainsState _stored = new();

    public CompanyDomainsGrain(
        [PersistentState("domains", Storage)] IPersistentState<DomainsState> storage,
        ITxtRecords records,
        IGrainFactory grains,
        TimeProvider clock
    )
    {
        _storage = storage;
        _records = records;
        _clock = clock;
        _reminder = NewPendingReminder(() => State.Pending.Count > 0);
        var following = new DomainSteps(storage, SaveAsync, grains, clock);
        _steps = new PendingSteps<DomainStep>(
            _reminder,
            () => State.Pending,
            done => SaveAsync(State with { Pending = State.Pending.Without(done) }),
            step => following.ExecuteAsync(Key, step),
            DeactivateOnIdle
        );
    }

    private DomainsState State => _storage.State;

    private DateTimeOffset Now => _clock.GetUtcNow();

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _stored = State;
        return _steps.ResumeAsync();
    }

    public async Task ReceiveReminder(string reminderName, TickStatus status)
    {
        await _steps.ResumeAsync();
        if (reminderName == ChecksName)
            await CheckDueAsync();
        else
            await _reminder.RemoveIfDoneAsync();
    }

    public async Task<IReadOnlyList<DomainView>> ListAsync(Actor actor)
    {
        await AuthorizeAsync(actor);
        return [.. _stored.Domains.Select(DomainRules.ViewOf)];
    }

    public async Task<DomainView> AddAsync(Actor actor, string domain)
    {
        var by = await AuthorizeAsync(actor);
        var name = DomainRules.Check(domain);
        if (State.Find(name) is { } known)
            return DomainRules.ViewOf(known);
        DomainRules.EnsureRoom(State);
        var record = DomainRules.Add(name, Now);
        await this.RegisterOrUpdateReminder(ChecksName, _checksPeriod, _checksPeriod);
        await StoreAsync(State.With(record, DomainAudit.Of(Key, AuditActions.DomainAdded, name, by, _clock)));
        return DomainRules.ViewOf(record);
    }

    public async Task<DomainView> VerifyAsync(Actor actor, string domain)
    {
        var by = await AuthorizeAsync(actor);
        var record = Find(domain);
        var result = DomainRules.Read(record, await _records.FindAsync(DomainRules.RecordNameOf(record.Domain)));
        await StoreAsync(Checked(State, record, result, by));
        return DomainRules.ViewOf(Find(domain));
    }

    public async Task RemoveAsync(Actor actor, string domain)
    {
        var by = await AuthorizeAsync(actor);
        var name = Find(domain).Domain;
        var removed = DomainAudit.Of(Key, AuditActions.DomainRemoved, name, by, _clock);
        await StoreAsync(State.Without(name, new ReleaseDomain(name), removed));
    }

    private async Task CheckDueAsync()
    {
        if (State.Domains.Count == 0)
        {
            await StopReminderAsync(ChecksName);
            return;
        }

        var due = State.Domains.Where(record => record.NextCheckAt <= Now).ToList();
        var found = await Task.WhenAll(due.Select(record => _records.FindAsync(DomainRules.RecordNameOf(record.Domain))));
        var next = State;
        foreach (var (record, texts) in due.Zip(found))
            next = Checked(next, record, DomainRules.Read(record, texts), AuditOrigin.Nobody);
        try
        {
            await StoreAsync(next);
        }
        catch (RefusedException)
        {
            // What was refused stands at its domain.
        }
    }

    private DomainsState Checked(DomainsState state, DomainRecord record, DomainCheckResult result, AuditOrigin by)
    {
        var next = DomainRules.After(record, result, Now);
        return state.With(next, DomainAudit.StepsAfter(Key, record, next, by, _clock));
    }

    private Task<AuditOrigin> AuthorizeAsync(Actor actor) => GrainFactory.GetGrain<ICompanyGrain>(Key).AuthorizeAsync(actor, _admin);

    private DomainRecord Find(string domain) =>
        DomainName.TryNormalize(domain, out var name) && State.Find(name) is { } record
            ? record
            : throw new RefusedException(GeneralErrors.NotFound);

    private Task StoreAsync(DomainsState next) => _steps.SaveAsync(next.Pending, () => SaveAsync(next));

    private async Task SaveAsync(DomainsState next)
    {
        await SaveAsync(_storage, next);
        _stored = next;
    }
}

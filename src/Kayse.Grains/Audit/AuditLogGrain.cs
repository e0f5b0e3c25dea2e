using Kayse.Grains.Lists;
using Kayse.Grains.Retention;
using Kayse.Grains.Security;
using Kayse.Grains.State;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Concurrency;
using Orleans.Storage;

namespace Kayse.Grains.Audit;

/// <remarks>
/// Reentrant, so that appends that come together share a write and nobody waits for a reader.
/// </remarks>
[GrainType("audit-log"), Reentrant]
internal sealed class AuditLogGrain : DurableGrain, IAuditLogGrain, IRemindable, IDisposable
{
    // So many entries may wait in memory to be indexed before appends wait for that.
    private const int MaxBehind = 16 * AuditIndex.BatchSize;

    private const string RetentionReminder = "retention";
    private static readonly TimeSpan _day = TimeSpan.FromDays(1);

    private readonly AuditBeginning _beginning;
    private readonly AuditJournal _journal;
    private readonly AuditIndex _index;
    private readonly AuditPeople _people;
    private readonly AuditRecent _recent = new();
    private readonly AuditReader _reader;
    private readonly AuditRetention _retention;
    private readonly RetentionOptions _limits;
    private readonly TimeProvider _clock;
    private readonly ILogger<AuditLogGrain> _logger;
    private readonly SecurityLog _security;
    private byte[] _hash = [];

    // Indexing, or other work that excludes it.
    private Task _indexing = Task.CompletedTask;
    private Task _deleting = Task.CompletedTask;

    public AuditLogGrain(
        [FromKeyedServices(Storage)] IGrainStorage storage,
        IGrainContext context,
        IOptions<RetentionOptions> limits,
        TimeProvider clock,
        ILogger<AuditLogGrain> logger,
        SecurityLog security
    )
    {
        var companyId = context.GrainId.Key.ToString()!;
        var records = new GrainRecords(storage, context.GrainId, DeactivateOnIdle);
        _beginning = new AuditBeginning(records, companyId);
        _journal = new AuditJournal(records);
        _index = new AuditIndex(records);
        _people = new AuditPeople(records);
        _reader = new AuditReader(_beginning, _journal, _index, _recent, _people);
        _retention = new AuditRetention(
            companyId,
            _beginning,
            _journal,
            _index,
            _recent,
            record => AppendAsync([record]),
            WhileNotIndexingAsync,
            clock
        );
        (_limits, _clock, _logger, _security) = (limits.Value, clock, logger, security);
    }

    private int? KeptDays => RetentionRules.DaysOf(RetentionKind.AuditLog, _beginning.State.KeptDays, _limits);

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        await Task.WhenAll(_beginning.LoadAsync(), _index.LoadAsync());
        var first = Math.Max(_beginning.First, _index.Entries);
        _recent.Start(first);
        _hash = first == _beginning.First ? _beginning.Hash : _index.Hash!;
        foreach (var entry in await _journal.LoadAsync(first))
        {
            _hash = StoredEntry.HashOf(entry);
            _recent.Add(AuditKeys.Of(StoredEntry.Parse(entry).Record, _hash));
        }

        await IndexAsync();
    }

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken) =>
        await _indexing
            .WaitAsync(cancellationToken)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);

    public async Task AppendAsync(IReadOnlyList<AuditRecord> records)
    {
        var late = await LateAsync(records);
        foreach (var (personId, invitationId) in records.Select(AuditSealing.AcceptanceIn).OfType<(string, string)>())
            await _people.JoinAsync(personId, invitationId);
        var keys = await _people.EnsureAsync(records.SelectMany(AuditSealing.PeopleIn));

        // From here to the write nothing is awaited, so that no two appends take one place, and none adds what another
        // has just added.
        var added = new List<AuditRecord>();
        foreach (var record in records.Where(record => !late.Contains(record.Id) && !_recent.Has(record.Id)))
        {
            Add(record, keys);
            added.Add(record);
        }

        await _journal.SaveAsync();
        foreach (var record in added)
            _security.Audited(record.Action, Key, record.Id, record.Actor.UserId, record.Target.Kind, record.Target.Id);
        if (_beginning.State.AreEventsAnnounced && added.Exists(record => EventTypes.Contains(record.Action)))
            await GrainFactory.GetGrain<IEventNewsGrain>(Key).EventsAddedAsync();
        if (_indexing.IsCompleted)
            _indexing = IndexAsync();
        if (_journal.Saved - _index.Entries > MaxBehind)
            await _indexing;
    }

    public Task<Page<AuditEntry>> ListAsync(AuditFilter filter, PageRequest page) => _reader.ListAsync(filter, page);

    public Task<CompanyEvents> ReadEventsAsync(string? after, int limit) => _reader.ReadEventsAsync(after, limit);

    public Task<string> GetEventsCursorAsync() => Task.FromResult(AuditCursor.OfEvent(_journal.Saved));

    public async Task AnnounceEventsAsync(bool isWanted)
    {
        if (_beginning.State.AreEventsAnnounced != isWanted)
            await WhileNotIndexingAsync(() => _beginning.SaveAsync(_beginning.State with { AreEventsAnnounced = isWanted }));
    }

    public Task<AuditVerification> VerifyAsync(AuditChainPoint? from) => _reader.VerifyAsync(from);

    public Task<IReadOnlyList<AuditChainEntry>> ReadChainAsync(long from) => _reader.ReadChainAsync(from);

    public Task EraseAsync(string personId) => _people.EraseAsync(personId);

    public async Task KeepForAsync(int? days)
    {
        var isNeeded = RetentionRules.DaysOf(RetentionKind.AuditLog, days, _limits) is not null;
        if (_beginning.State.KeptDays == days && (_beginning.State.HasReminder || !isNeeded))
            return;
        if (isNeeded)
            await this.RegisterOrUpdateReminder(RetentionReminder, _day, _day);
        await WhileNotIndexingAsync(() =>
            _beginning.SaveAsync(_beginning.State with { KeptDays = days, HasReminder = isNeeded || _beginning.State.HasReminder })
        );
    }

    public Task ReceiveReminder(string reminderName, TickStatus status)
    {
        if (_deleting.IsCompleted)
            _deleting = DeleteOldAsync();
        return _deleting;
    }

    public void Dispose() => _people.Dispose();

    // Whatever goes wrong, the reminder comes again.
    private async Task DeleteOldAsync()
    {
        await _retention.FinishAsync();
        if (KeptDays is not { } days)
        {
            await StopReminderAsync(RetentionReminder);
            await WhileNotIndexingAsync(() => _beginning.SaveAsync(_beginning.State with { HasReminder = false }));
        }
        else if (!await _retention.ApplyAsync(_clock.GetUtcNow() - TimeSpan.FromDays(days), _reader.IsIntactAsync))
        {
            _logger.LogError("The audit log of company {CompanyId} is not intact, so nothing of it was deleted.", Key);
        }
    }

    private async Task WhileNotIndexingAsync(Func<Task> work)
    {
        while (!_indexing.IsCompleted)
            await _indexing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        _indexing = work();
        await _indexing;
    }

    private void Add(AuditRecord record, Dictionary<string, byte[]?> keys)
    {
        var entry = AuditSealing.Seal(record, _journal.Count, _hash, keys).ToBytes();
        _hash = StoredEntry.HashOf(entry);
        _journal.Add(entry, _hash);
        _recent.Add(AuditKeys.Of(record, _hash));
    }

    /// <summary>
    /// The ids of those records that were appended so long ago that they are indexed. A record has the time that it had
    /// the first time, so it is looked for there.
    /// </summary>
    private async Task<HashSet<string>> LateAsync(IReadOnlyList<AuditRecord> records)
    {
        var late = new HashSet<string>(StringComparer.Ordinal);
        foreach (var at in records.Select(record => record.At).Where(_index.MayHold).Distinct())
        {
            var entries = await _journal.ReadAsync(await _index.AtAsync(at, _beginning.First));
            late.UnionWith(entries.Where(entry => entry.Length > 0).Select(entry => StoredEntry.Parse(entry).Record.Id));
        }

        return late;
    }

    // Behind the appends; whatever goes wrong, the next activation indexes what is missing.
    private async Task IndexAsync()
    {
        try
        {
            while (_journal.Saved - _index.Entries >= AuditIndex.BatchSize)
            {
                await _index.AddAsync(_recent.Batch());
                _recent.Forget();
            }

            if (KeptDays is not null && !_beginning.State.HasReminder && _journal.Saved > 0)
            {
                await this.RegisterOrUpdateReminder(RetentionReminder, _day, _day);
                await _beginning.SaveAsync(_beginning.State with { HasReminder = true });
            }
        }
        catch (Exception exception)
        {
            _logger.LogError(
                exception,
                "The audit log of company {CompanyId} could not be indexed beyond {Entries} entries.",
                Key,
                _index.Entries
            );
            DeactivateOnIdle();
        }
    }
}

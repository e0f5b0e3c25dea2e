using Kayse.Grains.Lists;
using Kayse.Grains.Security;
using Kayse.Grains.State;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Orleans.Concurrency;
using Orleans.Storage;

namespace Kayse.Grains.Audit;

/// <remarks>
/// Reentrant, so that appends that come together share a write and nobody waits for a reader.
/// </remarks>
[GrainType("audit-log"), Reentrant]
internal sealed class AuditLogGrain : DurableGrain, IAuditLogGrain, IDisposable
{
    // So many entries may wait in memory to be indexed before appends wait for that.
    private const int MaxBehind = 16 * AuditIndex.BatchSize;

    private readonly AuditJournal _journal;
    private readonly AuditIndex _index;
    private readonly AuditPeople _people;
    private readonly AuditRecent _recent = new();
    private readonly AuditReader _reader;
    private readonly ILogger<AuditLogGrain> _logger;
    private readonly SecurityLog _security;
    private byte[] _hash = [];
    private Task _indexing = Task.CompletedTask;

    public AuditLogGrain(
        [FromKeyedServices(Storage)] IGrainStorage storage,
        IGrainContext context,
        ILogger<AuditLogGrain> logger,
        SecurityLog security
    )
    {
        var records = new GrainRecords(storage, context.GrainId, DeactivateOnIdle);
        _journal = new AuditJournal(records);
        _index = new AuditIndex(records);
        _people = new AuditPeople(records);
        _reader = new AuditReader(_journal, _index, _recent, _people);
        (_logger, _security) = (logger, security);
    }

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        await _index.LoadAsync();
        _recent.Start(_index.Entries);
        _hash = _index.Hash ?? StoredEntry.HashBeforeFirst(Key);
        foreach (var entry in await _journal.LoadAsync(_index.Entries))
        {
            _hash = StoredEntry.HashOf(entry);
            _recent.Add(AuditKeys.Of(StoredEntry.Parse(entry).Record, _hash));
        }

        await IndexAsync();
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken) =>
        _indexing.WaitAsync(cancellationToken);

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
        if (_indexing.IsCompleted)
            _indexing = IndexAsync();
        if (_journal.Saved - _index.Entries > MaxBehind)
            await _indexing;
    }

    public Task<Page<AuditEntry>> ListAsync(AuditFilter filter, PageRequest page) => _reader.ListAsync(filter, page);

    public Task<CompanyEvents> ReadEventsAsync(string? after, int limit) => _reader.ReadEventsAsync(after, limit);

    public Task<AuditVerification> VerifyAsync(AuditChainPoint? from) =>
        _reader.VerifyAsync(new AuditChainPoint(0, Convert.ToHexStringLower(StoredEntry.HashBeforeFirst(Key))), from);

    public Task<IReadOnlyList<AuditChainEntry>> ReadChainAsync(long from) => _reader.ReadChainAsync(from);

    public Task EraseAsync(string personId) => _people.EraseAsync(personId);

    public void Dispose() => _people.Dispose();

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
            var entries = await _journal.ReadAsync(await _index.AtAsync(at));
            late.UnionWith(entries.Select(entry => StoredEntry.Parse(entry).Record.Id));
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

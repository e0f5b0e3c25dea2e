using Kayse.Grains.State;

namespace Kayse.Grains.Audit;

/// <summary>Where a log begins: with its first entry, or after those that were deleted.</summary>
internal sealed class AuditBeginning(GrainRecords records, string companyId)
{
    private const string Name = "beginning";
    private GrainState<AuditBeginningState> _stored = new(new AuditBeginningState());

    public AuditBeginningState State => _stored.State!;

    /// <summary>The sequence of the first entry that was not deleted.</summary>
    public long First => State.First;

    /// <summary>The hash that this entry carries.</summary>
    public byte[] Hash => State.Hash ?? StoredEntry.HashBeforeFirst(companyId);

    /// <summary>The place in the chain.</summary>
    public AuditChainPoint Point => new(First, Convert.ToHexStringLower(Hash));

    public async Task LoadAsync() => _stored = await records.ReadAsync<AuditBeginningState>(Name);

    /// <summary>Stores the state, which counts once it is on disk.</summary>
    public async Task SaveAsync(AuditBeginningState next)
    {
        var written = new GrainState<AuditBeginningState>(next) { ETag = _stored.ETag, RecordExists = _stored.RecordExists };
        await records.WriteAsync(Name, written);
        _stored = written;
    }
}

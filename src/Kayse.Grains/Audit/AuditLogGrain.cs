using Kayse.Grains.Lists;
using Kayse.Grains.State;
using Orleans.Concurrency;

namespace Kayse.Grains.Audit;

[Reentrant]
[GrainType("audit-log")]
internal sealed class AuditLogGrain : DurableGrain, IAuditLogGrain
{
    public Task AppendAsync(IReadOnlyList<AuditRecord> records) => Task.CompletedTask;

    public Task<Page<AuditEntry>> ListAsync(AuditFilter filter, PageRequest page) => throw new NotSupportedException();

    public Task<CompanyEvents> ReadEventsAsync(string? after, int limit) => throw new NotSupportedException();

    public Task<AuditVerification> VerifyAsync(AuditChainPoint? from) => throw new NotSupportedException();

    public Task EraseAsync(string personId) => throw new NotSupportedException();
}

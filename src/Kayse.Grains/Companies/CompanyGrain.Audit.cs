using Kayse.Grains.Audit;
using Kayse.Grains.Lists;
using Kayse.Grains.Members;

namespace Kayse.Grains.Companies;

internal sealed partial class CompanyGrain
{
    public Task<Page<AuditEntry>> ListAuditAsync(Actor actor, AuditFilter filter, PageRequest page) =>
        AuditLogFor(actor).ListAsync(filter, page);

    public Task<AuditVerification> VerifyAuditAsync(Actor actor, AuditChainPoint? from) => AuditLogFor(actor).VerifyAsync(from);

    public Task<CompanyEvents> ReadEventsAsync(Actor actor, string? after, int limit) => AuditLogFor(actor).ReadEventsAsync(after, limit);

    private IAuditLogGrain AuditLogFor(Actor actor)
    {
        Admin(actor);
        return GrainFactory.GetGrain<IAuditLogGrain>(Key);
    }
}

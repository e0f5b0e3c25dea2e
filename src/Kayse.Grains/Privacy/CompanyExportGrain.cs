using Kayse.Grains.Audit;
using Kayse.Grains.Companies;
using Kayse.Grains.Errors;
using Kayse.Grains.Members;
using Kayse.Grains.Sessions;
using Kayse.Grains.Tokens;

namespace Kayse.Grains.Privacy;

[GrainType("company-export")]
internal sealed class CompanyExportGrain(TimeProvider clock) : Grain, ICompanyExportGrain
{
    private static readonly CompanyRight _superAdmin = new(Role.SuperAdmin, []);

    private string CompanyId => this.GetPrimaryKeyString();

    public async Task BeginAsync(Actor actor)
    {
        await EnsureSuperAdminAsync(actor);
        if (!actor.IsProved)
            throw new RefusedException(SessionErrors.StepUpRequired);
        var member = await GrainFactory.GetGrain<ICompanyMembersGrain>(CompanyId).GetMemberAsync(actor, actor.UserId);
        var company = await GrainFactory.GetGrain<ICompanyGrain>(CompanyId).GetAsync(actor);
        var record = new AuditRecord(
            EntityId.New(clock),
            clock.GetUtcNow(),
            new AuditActor(actor.UserId, member.FullName),
            AuditActions.CompanyExported,
            new AuditTarget(AuditTargetKinds.Company, CompanyId, company.Name),
            [],
            actor.IpAddress,
            actor.SessionId,
            CompanyId
        );
        await GrainFactory.GetGrain<IAuditLogGrain>(CompanyId).AppendAsync([record]);
    }

    public async Task<IReadOnlyList<AuditChainEntry>> ReadChainAsync(Actor actor, long from)
    {
        await EnsureSuperAdminAsync(actor);
        return await GrainFactory.GetGrain<IAuditLogGrain>(CompanyId).ReadChainAsync(from);
    }

    private Task EnsureSuperAdminAsync(Actor actor) =>
        GrainFactory.GetGrain<ICompanyGrain>(CompanyId).EnsureRightAsync(actor, _superAdmin);
}

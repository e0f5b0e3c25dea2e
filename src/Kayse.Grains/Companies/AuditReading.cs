using Kayse.Grains.Audit;
using Kayse.Grains.Lists;
using Kayse.Grains.Members;

namespace Kayse.Grains.Companies;

/// <summary>Who may read the audit log of a company: <see cref="ICompanyAuditGrain"/>.</summary>
internal sealed class AuditReading(CompanyContext company)
{
    public async Task<Page<AuditEntry>> ListAsync(Actor actor, AuditFilter filter, PageRequest page) =>
        await (await LogForAsync(actor)).ListAsync(filter, page);

    public async Task<AuditVerification> VerifyAsync(Actor actor, AuditChainPoint? from) =>
        await (await LogForAsync(actor)).VerifyAsync(from);

    public async Task<CompanyEvents> ReadEventsAsync(Actor actor, string? after, int limit) =>
        await (await LogForAsync(actor)).ReadEventsAsync(after, limit);

    private async Task<IAuditLogGrain> LogForAsync(Actor actor)
    {
        await company.WhenSavedAsync();
        company.Admin(actor);
        return company.Grains.GetGrain<IAuditLogGrain>(company.Id);
    }
}

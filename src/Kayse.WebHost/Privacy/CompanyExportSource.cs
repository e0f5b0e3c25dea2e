using Kayse.Grains.Audit;
using Kayse.Grains.Lists;
using Kayse.Grains.Members;
using Kayse.Grains.Privacy;

namespace Kayse.WebHost.Privacy;

/// <summary>Reads what an export of a company consists of, page by page.</summary>
internal sealed class CompanyExportSource(IGrainFactory grains, Actor actor, string companyId)
{
    private const int PageSize = 200;

    public string CompanyId => companyId;

    public async IAsyncEnumerable<MemberView> ReadMembersAsync()
    {
        string? cursor = null;
        do
        {
            var page = await grains
                .GetGrain<ICompanyMembersGrain>(companyId)
                .ListMembersAsync(actor, MemberFilter.Everybody, new PageRequest(PageSize, cursor));
            foreach (var member in page.Items)
                yield return member;
            cursor = page.NextCursor;
        } while (cursor is not null);
    }

    public async IAsyncEnumerable<AuditChainEntry> ReadAuditLogAsync()
    {
        for (var next = 0L; ;)
        {
            var entries = await grains.GetGrain<ICompanyExportGrain>(companyId).ReadChainAsync(actor, next);
            if (entries.Count == 0)
                yield break;
            foreach (var entry in entries)
                yield return entry;
            next += entries.Count;
        }
    }
}

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
            // Entries that have reached the end of their retention period are missing at the beginning, and only there.
            if (next > 0 && entries[0].Entry.Sequence != next)
                throw new InvalidOperationException("Entries of the audit log were deleted while it was exported.");
            foreach (var entry in entries)
                yield return entry;
            next = entries[^1].Entry.Sequence + 1;
        }
    }
}

using Kayse.Grains.Catalogue;
using Kayse.Grains.Errors;
using Kayse.Grains.Lists;
using Kayse.Grains.Members;
using Kayse.Grains.Scopes;

namespace Kayse.Grains.AccessReviews;

/// <summary>Members as a review shows them: with their access, and what scopes and agents in it are called.</summary>
internal sealed class AccessSnapshots(AccessReviewContext reviews)
{
    private static readonly PageRequest _first = new(FieldLimits.PageSize, Cursor: null);

    /// <summary>How many members there are.</summary>
    public async Task<int> CountAsync(Actor actor) =>
        (await reviews.Members.ListMembersAsync(actor, MemberFilter.Everybody, new PageRequest(1, null))).Total;

    /// <summary>All members.</summary>
    public async Task<IReadOnlyList<AccessReviewItem>> TakeAsync(Actor actor)
    {
        var members = await MembersAsync(actor);
        var (scopes, agents) = (await ScopesAsync(actor), await AgentsAsync(actor));
        return [.. members.Select(member => ItemOf(member, AccessOf(member.Access, scopes, agents)))];
    }

    /// <summary>One member.</summary>
    public async Task<AccessReviewItem> TakeAsync(Actor actor, MemberView member) =>
        ItemOf(member, await AccessOfAsync(actor, member.Access));

    /// <summary>An access with its names.</summary>
    public async Task<ReviewedAccess> AccessOfAsync(Actor actor, AccessGrant access) =>
        AccessOf(
            access,
            access.ScopeIds.Count > 0 ? await ScopesAsync(actor) : [],
            access.AgentIds.Count > 0 ? await AgentsAsync(actor) : []
        );

    /// <summary>When each member joined, by user id.</summary>
    public async Task<IReadOnlyDictionary<string, DateTimeOffset>> JoinedAtAsync(Actor actor) =>
        (await MembersAsync(actor)).ToDictionary(member => member.UserId, member => member.JoinedAt, StringComparer.Ordinal);

    // Who is renamed in the meantime may be on two pages.
    private async Task<IReadOnlyList<MemberView>> MembersAsync(Actor actor) =>
        [
            .. (await AllAsync(page => reviews.Members.ListMembersAsync(actor, MemberFilter.Everybody, page))).DistinctBy(
                member => member.UserId,
                StringComparer.Ordinal
            ),
        ];

    private async Task<Dictionary<string, string>> ScopesAsync(Actor actor)
    {
        var grain = reviews.Grains.GetGrain<ICompanyScopesGrain>(reviews.CompanyId);
        var scopes = await AllAsync(page => grain.ListScopesAsync(actor, page));
        return scopes.ToDictionary(scope => scope.Id, scope => scope.Name, StringComparer.Ordinal);
    }

    private async Task<Dictionary<string, string>> AgentsAsync(Actor actor)
    {
        var grain = reviews.Grains.GetGrain<ICompanyCatalogueGrain>(reviews.CompanyId);
        var agents = await grain.GetCatalogueAsync(actor, CatalogueKind.Agents);
        return agents.Items.ToDictionary(agent => agent.Id, agent => agent.Name, StringComparer.Ordinal);
    }

    private static async Task<IReadOnlyList<T>> AllAsync<T>(Func<PageRequest, Task<Page<T>>> read)
    {
        var page = await read(_first);
        var all = new List<T>(page.Items);
        while (page.NextCursor is { } cursor)
        {
            page = await read(_first with { Cursor = cursor });
            all.AddRange(page.Items);
        }

        return all;
    }

    private static AccessReviewItem ItemOf(MemberView member, ReviewedAccess access) =>
        new()
        {
            UserId = member.UserId,
            FullName = member.FullName,
            Email = member.Email,
            Status = member.Status,
            JoinedAt = member.JoinedAt,
            Access = access,
            LastActiveAt = member.LastActiveAt,
            MemberVersion = member.Version,
        };

    // An id without a name stands for itself.
    private static ReviewedAccess AccessOf(AccessGrant access, Dictionary<string, string> scopes, Dictionary<string, string> agents) =>
        new(
            access,
            [.. access.ScopeIds.Select(id => scopes.GetValueOrDefault(id, id))],
            [.. access.AgentIds.Select(id => agents.GetValueOrDefault(id, id))]
        );
}

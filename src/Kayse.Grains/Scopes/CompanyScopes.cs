using Kayse.Grains.Audit;
using Kayse.Grains.Companies;
using Kayse.Grains.Errors;
using Kayse.Grains.Invitations;
using Kayse.Grains.Lists;
using Kayse.Grains.Members;

namespace Kayse.Grains.Scopes;

/// <summary>The scopes of a company (RO-2): <see cref="ICompanyScopesGrain"/>.</summary>
internal sealed class CompanyScopes(CompanyContext company, ScopeChanges changes, InvitationChanges invitations, MemberList members)
{
    private const int AskedAtOnce = 128;

    public Page<ScopeView> List(Actor actor, PageRequest page)
    {
        MemberRules.EnsureMayAny(company.Acting(actor), ScopeRules.Readers);
        var scopes = Paging.Cut(company.Scopes.All, scope => $"{scope.Name.ToUpperInvariant()}\n{scope.Id}", page);
        return new Page<ScopeView>([.. scopes.Items.Select(ViewOf)], scopes.NextCursor, scopes.Total);
    }

    public ScopeView Get(Actor actor, string scopeId)
    {
        MemberRules.EnsureMayAny(company.Acting(actor), ScopeRules.Readers);
        return ViewOf(Find(scopeId));
    }

    public async Task<ScopeView> CreateAsync(Actor actor, CreateScope command)
    {
        var admin = company.Admin(actor);
        if (company.Scopes.Find(command.ScopeId) is { } known)
            return ViewOf(known);
        var scope = ScopeRules.Create(command, company.Scopes.All);
        var changed = await changes.SaveAsync(scope, Announcement(admin, actor, AuditActions.ScopeCreated, null, scope));
        return ViewOf(changed);
    }

    public async Task<ScopeView> UpdateAsync(Actor actor, string scopeId, UpdateScope command)
    {
        var admin = company.Admin(actor);
        var before = Find(scopeId);
        var after = ScopeRules.Apply(before, command, company.Scopes.All);
        ScopeAssignmentRules.EnsureFits(after, company.Roster.WithScope(scopeId), company.Scopes);
        if (ScopeAudit.Of(before, after).Count == 0)
            return ViewOf(before);
        return ViewOf(await changes.SaveAsync(after, Announcement(admin, actor, AuditActions.ScopeUpdated, before, after)));
    }

    public async Task DeleteAsync(Actor actor, string scopeId, long? expectedVersion, bool confirmed)
    {
        var admin = company.Admin(actor);
        var scope = Find(scopeId);
        VersionRules.EnsureExpected(expectedVersion, scope.Version);
        if (!confirmed && await UseOfAsync(scopeId) is { IsLast: true } use)
            throw new RefusedException(ScopeErrors.InUse(use));
        var announcement = Announcement(admin, actor, AuditActions.ScopeDeleted, scope, null);
        await changes.SaveAsync(scope with { Deleted = true }, announcement);
    }

    public async Task<ScopeUse> GetUseAsync(Actor actor, string scopeId)
    {
        await company.WhenSavedAsync();
        company.Admin(actor);
        return await UseOfAsync(Find(scopeId).Id);
    }

    // The index doesn't know what invitations give.
    private async Task<ScopeUse> UseOfAsync(string scopeId)
    {
        var pending = company.Invitations.Entries.Where(entry => entry.StatusAt(company.Now) == InvitationStatus.Pending).ToList();
        var views = new List<InvitationView?>();
        foreach (var some in pending.Chunk(AskedAtOnce))
            views.AddRange(await Task.WhenAll(some.Select(entry => invitations.Grain(entry.Id).GetAsync())));
        var details = views.OfType<InvitationView>().Select(view => view.Details);
        return ScopeAssignmentRules.UseOf(scopeId, company.Roster.Members, details, id => company.Scopes.Find(id) is not null);
    }

    private ScopeRecord Find(string id) => company.Scopes.Find(id) ?? throw new RefusedException(GeneralErrors.NotFound);

    private ScopeView ViewOf(ScopeRecord scope) => scope.ViewFor(members.CountWith(scope.Id));

    private Announce Announcement(MemberRecord admin, Actor command, string action, ScopeRecord? before, ScopeRecord? after) =>
        Announce.Of(company.AuditBy(admin, command).Of(action, ScopeAudit.Target((after ?? before)!), ScopeAudit.Of(before, after)));
}

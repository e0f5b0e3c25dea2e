using Kayse.Grains.Audit;
using Kayse.Grains.Errors;
using Kayse.Grains.Invitations;
using Kayse.Grains.Lists;
using Kayse.Grains.Members;
using Kayse.Grains.Scopes;
using Kayse.Grains.State;

namespace Kayse.Grains.Companies;

internal sealed partial class CompanyGrain
{
    private const int AskedAtOnce = 128;

    public Task<Page<ScopeView>> ListScopesAsync(Actor actor, PageRequest page)
    {
        MemberRules.EnsureMayAny(Acting(actor), ScopeRules.Readers);
        var scopes = Paging.Cut(_scopes.All, scope => $"{scope.Name.ToUpperInvariant()}\n{scope.Id}", page);
        return Task.FromResult(
            new Page<ScopeView>(
                [.. scopes.Items.Select(scope => scope.ViewFor(MemberList.CountWith(scope.Id)))],
                scopes.NextCursor,
                scopes.Total
            )
        );
    }

    public Task<ScopeView> GetScopeAsync(Actor actor, string scopeId)
    {
        MemberRules.EnsureMayAny(Acting(actor), ScopeRules.Readers);
        return Task.FromResult(ViewOf(Scope(scopeId)));
    }

    public async Task<ScopeView> CreateScopeAsync(Actor actor, CreateScope command)
    {
        var admin = Admin(actor);
        if (_scopes.Find(command.ScopeId) is { } known)
            return ViewOf(known);
        var scope = ScopeRules.Create(command, _scopes.All);
        return await ChangeScopeAsync(scope, Account(admin, actor, AuditActions.ScopeCreated, scope, ScopeAudit.Of(null, scope)));
    }

    public async Task<ScopeView> UpdateScopeAsync(Actor actor, string scopeId, UpdateScope command)
    {
        var admin = Admin(actor);
        var before = Scope(scopeId);
        var after = ScopeRules.Apply(before, command, _scopes.All);
        ScopeAssignmentRules.EnsureFits(after, MembersWith(scopeId), _scopes);
        var changes = ScopeAudit.Of(before, after);
        return changes.Count == 0
            ? ViewOf(before)
            : await ChangeScopeAsync(after, Account(admin, actor, AuditActions.ScopeUpdated, after, changes));
    }

    public async Task DeleteScopeAsync(Actor actor, string scopeId, long? expectedVersion, bool confirmed)
    {
        var admin = Admin(actor);
        var scope = Scope(scopeId);
        VersionRules.EnsureExpected(expectedVersion, scope.Version);
        if (!confirmed && await UseOfAsync(scopeId) is { IsLast: true } use)
            throw new RefusedException(ScopeErrors.InUse(use));
        await ChangeScopeAsync(
            scope with
            {
                Deleted = true,
            },
            Account(admin, actor, AuditActions.ScopeDeleted, scope, ScopeAudit.Of(scope, null))
        );
    }

    public async Task<ScopeUse> GetScopeUseAsync(Actor actor, string scopeId)
    {
        Admin(actor);
        return await UseOfAsync(Scope(scopeId).Id);
    }

    // The index doesn't know what invitations give.
    private async Task<ScopeUse> UseOfAsync(string scopeId)
    {
        var pending = _invitations.Entries.Where(entry => entry.StatusAt(Now) == InvitationStatus.Pending).ToList();
        var views = new List<InvitationView?>();
        foreach (var some in pending.Chunk(AskedAtOnce))
            views.AddRange(await Task.WhenAll(some.Select(entry => Invitation(entry.Id).GetAsync())));
        var details = views.OfType<InvitationView>().Select(view => view.Details);
        return ScopeAssignmentRules.UseOf(scopeId, _roster.Members, details, id => _scopes.Find(id) is not null);
    }

    private ScopeRecord Scope(string id) => _scopes.Find(id) ?? throw new RefusedException(GeneralErrors.NotFound);

    private ScopeView ViewOf(ScopeRecord scope) => scope.ViewFor(MembersWith(scope.Id).Count());

    private IEnumerable<MemberRecord> MembersWith(string scopeId) =>
        _roster.Members.Where(member => member.ScopeIds.Contains(scopeId, StringComparer.Ordinal));

    private Announcement Account(
        MemberRecord admin,
        Actor command,
        string action,
        ScopeRecord scope,
        IReadOnlyList<AuditChange> changes
    ) => new(AuditBy(admin, command).Of(action, ScopeAudit.Target(scope), changes));
}

using Kayse.Grains.Audit;

namespace Kayse.Grains.Scopes;

internal static class ScopeAudit
{
    /// <summary>What differs between two states of a scope.</summary>
    public static IReadOnlyList<AuditChange> Of(ScopeRecord? before, ScopeRecord? after) =>
        new AuditDiff<ScopeRecord>(before, after).Text("name", scope => scope.Name).Texts("caseTypes", scope => scope.CaseTypes).Changes;

    public static AuditTarget Target(ScopeRecord scope) => new(AuditTargetKinds.Scope, scope.Id, scope.Name);
}

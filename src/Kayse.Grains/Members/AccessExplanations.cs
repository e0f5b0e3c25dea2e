using Kayse.Grains.Scopes;
using Kayse.Grains.Sessions;

namespace Kayse.Grains.Members;

/// <summary>Explains an access by asking what a session with it would be answered.</summary>
internal static class AccessExplanations
{
    /// <param name="access">What somebody has.</param>
    /// <param name="caseTypes">The case types that it opens; null means all.</param>
    /// <param name="findScope">Finds a scope; null for one that is gone.</param>
    public static AccessExplanation Of(AccessGrant access, IReadOnlyList<string>? caseTypes, Func<string, ScopeRecord?> findScope)
    {
        var principal = PrincipalOf(access, caseTypes);
        var scopes = access.ScopeIds.Select(findScope).OfType<ScopeRecord>().ToList();
        return new AccessExplanation(
            access.Role,
            Explain(principal, Permissions.All, agentId: null),
            caseTypes is null ? null : [.. caseTypes.Select(caseType => Explain(caseType, scopes))],
            access.AgentAccess,
            [
                .. access
                    .AgentIds.Concat(access.AgentOverrides.Keys)
                    .Distinct(StringComparer.Ordinal)
                    .Order(StringComparer.Ordinal)
                    .Select(agentId => Explain(principal, access, agentId)),
            ]
        );
    }

    /// <summary>Who a session with an access would act as, as far as <see cref="AuthorizationRules"/> looks at it.</summary>
    public static SessionPrincipal PrincipalOf(AccessGrant access, IReadOnlyList<string>? caseTypes) =>
        new("", "", "", "", "", access.Role, access.EffectivePermissions(), caseTypes)
        {
            AgentAccess = access.AgentAccess,
            AgentIds = access.AgentIds,
            AgentOverrides = access.AgentOverrides,
        };

    private static CaseTypeExplanation Explain(string caseType, IReadOnlyList<ScopeRecord> scopes) =>
        new(caseType, [.. scopes.Where(scope => scope.CaseTypes.Contains(caseType, CaseTypes.Comparer)).Select(scope => scope.Id)]);

    private static AgentExplanation Explain(SessionPrincipal principal, AccessGrant access, string agentId)
    {
        var exceptions = access.AgentOverrides.GetValueOrDefault(agentId) ?? AgentOverride.Nothing;
        return new AgentExplanation(
            agentId,
            access.AgentAccess == AccessMode.All || access.AgentIds.Contains(agentId, StringComparer.Ordinal),
            Explain(principal, Permissions.Grantable.Where(exceptions.Grant.Concat(exceptions.Deny).Contains), agentId)
        );
    }

    private static IReadOnlyList<PermissionExplanation> Explain(
        SessionPrincipal principal,
        IEnumerable<string> permissions,
        string? agentId
    ) =>
        [
            .. permissions.Select(permission =>
            {
                var decision = AuthorizationRules.Decide(principal, new AuthorizationQuestion(permission, CaseType: null, agentId));
                return new PermissionExplanation(permission, decision.Allowed, decision.Reason);
            }),
        ];
}

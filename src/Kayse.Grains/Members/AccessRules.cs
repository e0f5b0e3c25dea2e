using Kayse.Grains.Errors;
using Kayse.Grains.Scopes;

namespace Kayse.Grains.Members;

/// <summary>What a change makes of the access of a member or of an invitation (RO-2 to RO-4, RO-7).</summary>
internal static class AccessRules
{
    /// <summary>The access with a change applied, in the form in which it is kept; notes what is wrong with it.</summary>
    /// <param name="errors">Takes what is wrong.</param>
    /// <param name="held">What they have so far, in the role that they will have.</param>
    /// <param name="change">What is to change.</param>
    /// <param name="scopes">The scopes of the company.</param>
    public static AccessGrant Apply(FieldErrors errors, AccessGrant held, AccessChange change, ScopeList scopes)
    {
        var cases = Assignment.OfCases(held);
        if (change is not { CaseAccess: null, ScopeIds: null })
        {
            cases = AssignmentRules.Apply(errors, cases, change.CaseAccess, change.ScopeIds, AssignmentFields.Cases);
            cases = ScopeAssignmentRules.Check(errors, held.Role, cases, scopes);
        }

        var agents = Assignment.OfAgents(held);
        if (change is not { AgentAccess: null, AgentIds: null })
        {
            agents = AssignmentRules.Apply(errors, agents, change.AgentAccess, change.AgentIds, AssignmentFields.Agents);
            agents = agents with { Ids = AgentRules.CheckAgents(errors, agents.Ids) };
        }

        var next = held with
        {
            CaseAccess = cases.Mode,
            ScopeIds = cases.Ids,
            Permissions = change.Permissions is { } permissions ? CheckPermissions(errors, permissions, held.Role) : held.Permissions,
            AgentAccess = agents.Mode,
            AgentIds = agents.Ids,
            AgentOverrides = change.AgentOverrides is { } overrides ? AgentRules.CheckOverrides(errors, overrides) : held.AgentOverrides,
        };
        if (change.AgentIds is not null || change.AgentOverrides is not null)
            AgentRules.CheckSize(errors, next.AgentIds, next.AgentOverrides);
        return next;
    }

    /// <summary>
    /// The access in a role. Scopes and grants belong to the role: whoever gets another leaves them behind (RO-2), and
    /// doesn't find them again. Whoever becomes a User still sees every case type, as before, unless the same change
    /// says otherwise.
    /// </summary>
    public static AccessGrant WithRole(AccessGrant access, Role role) =>
        role == access.Role ? access : access with { Role = role, CaseAccess = AccessMode.All, ScopeIds = [], Permissions = [] };

    private static IReadOnlyList<string> CheckPermissions(FieldErrors errors, IReadOnlyList<string> permissions, Role role)
    {
        if (!permissions.All(Permissions.IsGrantable))
            errors.Add("permissions", $"Only these can be granted: {string.Join(", ", Permissions.Grantable)}.");
        return Permissions.Beyond(role, permissions);
    }
}

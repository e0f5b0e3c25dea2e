using Kayse.Grains.Errors;
using Kayse.Grains.Members;

namespace Kayse.Grains.Scim;

/// <summary>What groups give their members.</summary>
internal static class ScimAccessRules
{
    /// <summary>All that any of the groups gives: the highest role, and every scope and agent. Never more than an Admin.</summary>
    public static ProvisionedAccess Union(IEnumerable<ProvisionedAccess> groups)
    {
        var all = groups.ToList();
        return new ProvisionedAccess
        {
            Role = all.Exists(one => one.Role >= Role.Admin) ? Role.Admin : Role.User,
            AllCases = all.Exists(one => one.AllCases),
            ScopeIds = [.. all.SelectMany(one => one.ScopeIds).Distinct(StringComparer.Ordinal)],
            AllAgents = all.Exists(one => one.AllAgents),
            AgentIds = [.. all.SelectMany(one => one.AgentIds).Distinct(StringComparer.Ordinal)],
        };
    }

    /// <summary>What a group is to give, in the form in which it is kept; refuses bad fields.</summary>
    public static ProvisionedAccess Check(ProvisionedAccess access)
    {
        var errors = new FieldErrors();
        if (access.Role >= Role.SuperAdmin)
            errors.Add("role", "A group can make its members Users or Admins.");
        if (access.ScopeIds.Count > FieldLimits.Scopes)
            errors.Add("scopeIds", $"Give up to {FieldLimits.Scopes} scopes.");
        var agentIds = AgentRules.CheckAgents(errors, access.AgentIds);
        if (access.Role == Role.Admin && access.ScopeIds.Count > 0)
            errors.Add("scopeIds", "Only members with the User role can have scopes.");
        errors.ThrowIfAny();
        return access with
        {
            AllCases = access.AllCases || access.Role == Role.Admin,
            ScopeIds = access.AllCases ? [] : [.. access.ScopeIds.Distinct(StringComparer.Ordinal)],
            AgentIds = access.AllAgents ? [] : agentIds,
        };
    }
}

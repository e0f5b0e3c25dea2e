using Kayse.Grains.Errors;
using Kayse.Grains.Scopes;

namespace Kayse.Grains.Members;

internal static class MemberUpdateRules
{
    private const int MaxText = 200;

    /// <summary>The member with a change applied, checked and in the form in which it is kept.</summary>
    /// <param name="before">The member as they are; for one who is created, with nothing given yet.</param>
    /// <param name="command">The change.</param>
    /// <param name="scopes">The scopes of the company.</param>
    public static MemberRecord Apply(MemberRecord before, UpdateMember command, ScopeList scopes)
    {
        var errors = new FieldErrors();
        var kept = WithRole(before, command.Role ?? before.Role);
        var next = kept with
        {
            FullName = command.FullName is null ? before.FullName : errors.RequiredName("fullName", command.FullName, MaxText),
            JobTitle = command.JobTitle is { } title ? errors.Optional("jobTitle", title.Value, MaxText) : before.JobTitle,
            Cases = command is { CaseAccess: null, ScopeIds: null } ? kept.Cases : ChooseCases(errors, kept, command, scopes),
            Permissions = command.Permissions is { } permissions ? CheckPermissions(errors, permissions, kept.Role) : kept.Permissions,
            Agents = command is { AgentAccess: null, AgentIds: null } ? kept.Agents : ChooseAgents(errors, kept, command),
            AgentOverrides = command.AgentOverrides is { } overrides
                ? AgentRules.CheckOverrides(errors, overrides)
                : before.AgentOverrides,
        };
        if (command.AgentIds is not null || command.AgentOverrides is not null)
            AgentRules.CheckSize(errors, next.AgentIds, next.AgentOverrides);
        errors.ThrowIfAny();
        return next;
    }

    /// <summary>
    /// The member with a role. Scopes and grants belong to the role: whoever gets another leaves them behind (RO-2),
    /// and doesn't find them again. Whoever becomes a User still sees every case type, as before, unless the same
    /// change says otherwise.
    /// </summary>
    public static MemberRecord WithRole(MemberRecord member, Role role) =>
        role == member.Role ? member : member with { Role = role, Cases = Assignment.All, Permissions = [] };

    private static Assignment ChooseCases(FieldErrors errors, MemberRecord member, UpdateMember command, ScopeList scopes)
    {
        var cases = AssignmentRules.Apply(errors, member.Cases, command.CaseAccess, command.ScopeIds, AssignmentFields.Cases);
        return ScopeAssignmentRules.Check(errors, member.Role, cases, scopes);
    }

    private static Assignment ChooseAgents(FieldErrors errors, MemberRecord member, UpdateMember command)
    {
        var agents = AssignmentRules.Apply(errors, member.Agents, command.AgentAccess, command.AgentIds, AssignmentFields.Agents);
        return agents with { Ids = AgentRules.CheckAgents(errors, agents.Ids) };
    }

    private static IReadOnlyList<string> CheckPermissions(FieldErrors errors, IReadOnlyList<string> permissions, Role role)
    {
        if (!permissions.All(Permissions.IsGrantable))
            errors.Add("permissions", $"Only these can be granted: {string.Join(", ", Permissions.Grantable)}.");
        return Permissions.Beyond(role, permissions);
    }
}

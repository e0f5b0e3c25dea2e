using Kayse.Grains.Directory;
using Kayse.Grains.Errors;
using Kayse.Grains.Members;
using Kayse.Grains.Scopes;

namespace Kayse.Grains.Invitations;

internal static class InvitationDetailsRules
{
    private const int MaxText = 200;

    /// <summary>What an admin typed, checked and in the form in which it is kept.</summary>
    public static InvitationDetails Check(InviteMember command, IPhoneNumberParser phones, ScopeList scopes) =>
        Check(command, Assignment.All, Assignment.All, phones, scopes);

    /// <summary>
    /// The details with a change applied, checked as a whole. Scopes that were given earlier go with the role User, and
    /// when they are gone themselves; who was restricted to those stays restricted.
    /// </summary>
    public static InvitationDetails Apply(
        string id,
        InvitationDetails details,
        UpdateInvitation change,
        IPhoneNumberParser phones,
        ScopeList scopes
    )
    {
        var role = change.Role ?? details.Role;
        var cases =
            role == Role.User
                ? new Assignment(details.CaseAccess, ScopeAssignmentRules.Remaining(role, details.ScopeIds, scopes))
                : Assignment.All;
        var changed = new InviteMember(
            id,
            change.FullName ?? details.FullName,
            change.Email ?? details.Email,
            role,
            change.PhoneNumber is { } phone ? phone.Value : details.PhoneNumber,
            change.PhoneCountry,
            change.JobTitle is { } title ? title.Value : details.JobTitle,
            change.ScopeIds,
            change.Permissions ?? details.Permissions,
            change.AgentIds
        )
        {
            CaseAccess = change.CaseAccess,
            AgentAccess = change.AgentAccess,
            AgentOverrides = change.AgentOverrides ?? details.AgentOverrides,
        };
        return Check(changed, cases, new Assignment(details.AgentAccess, details.AgentIds), phones, scopes);
    }

    private static InvitationDetails Check(
        InviteMember command,
        Assignment heldCases,
        Assignment heldAgents,
        IPhoneNumberParser phones,
        ScopeList scopes
    )
    {
        var errors = new FieldErrors();
        var fullName = errors.RequiredName("fullName", command.FullName, MaxText);
        var jobTitle = errors.Optional("jobTitle", command.JobTitle, MaxText);
        var permissions = CheckPermissions(errors, command.Role, command.Permissions ?? []);
        var cases = AssignmentRules.Apply(errors, heldCases, command.CaseAccess, command.ScopeIds, AssignmentFields.Cases);
        cases = ScopeAssignmentRules.Check(errors, command.Role, cases, scopes);
        var agents = AssignmentRules.Apply(errors, heldAgents, command.AgentAccess, command.AgentIds, AssignmentFields.Agents);
        agents = agents with { Ids = AgentRules.CheckAgents(errors, agents.Ids) };
        var overrides = AgentRules.CheckOverrides(errors, command.AgentOverrides ?? AgentOverride.None);
        AgentRules.CheckSize(errors, agents.Ids, overrides);
        if (string.IsNullOrWhiteSpace(command.Email))
            errors.Add("email", "This is required.");
        errors.ThrowIfAny();
        var email = ContactRules.Email(command.Email);
        var phone = ContactRules.Phone(phones, command.PhoneNumber, command.PhoneCountry);
        return new InvitationDetails(fullName, email, phone, command.Role, jobTitle, cases.Ids, permissions, agents.Ids)
        {
            CaseAccess = cases.Mode,
            AgentAccess = agents.Mode,
            AgentOverrides = overrides,
        };
    }

    private static IReadOnlyList<string> CheckPermissions(FieldErrors errors, Role role, IReadOnlyList<string> permissions)
    {
        if (!permissions.All(Permissions.IsGrantable))
            errors.Add("permissions", $"Only these can be granted: {string.Join(", ", Permissions.Grantable)}.");
        return Permissions.Beyond(role, permissions);
    }
}

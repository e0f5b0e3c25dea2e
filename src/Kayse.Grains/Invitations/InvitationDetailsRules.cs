using Kayse.Grains.Directory;
using Kayse.Grains.Errors;
using Kayse.Grains.Members;
using Kayse.Grains.Scopes;

namespace Kayse.Grains.Invitations;

internal static class InvitationDetailsRules
{
    private const int MaxText = 200;

    /// <summary>What an admin typed, checked and in the form in which it is kept.</summary>
    public static InvitationDetails Check(InviteMember command, IPhoneNumberParser phones, ScopeList scopes)
    {
        var errors = new FieldErrors();
        var fullName = errors.Required("fullName", command.FullName, MaxText);
        var jobTitle = errors.Optional("jobTitle", command.JobTitle, MaxText);
        var permissions = CheckPermissions(errors, command.Permissions ?? []);
        var scopeIds = ScopeAssignmentRules.Check(errors, command.Role, command.ScopeIds ?? [], scopes);
        var agentIds = AgentRules.CheckAgents(errors, command.AgentIds ?? []);
        var overrides = AgentRules.CheckOverrides(errors, command.AgentOverrides ?? AgentOverride.None);
        AgentRules.CheckSize(errors, agentIds, overrides);
        if (string.IsNullOrWhiteSpace(command.Email))
            errors.Add("email", "This is required.");
        errors.ThrowIfAny();
        var email = ContactRules.Email(command.Email);
        var phone = ContactRules.Phone(phones, command.PhoneNumber, command.PhoneCountry);
        return new InvitationDetails(fullName, email, phone, command.Role, jobTitle, scopeIds, permissions, agentIds) { AgentOverrides = overrides };
    }

    /// <summary>The details with a change applied, checked as a whole. Scopes that were given earlier go with the role User, and when they are gone themselves.</summary>
    public static InvitationDetails Apply(string id, InvitationDetails details, UpdateInvitation change, IPhoneNumberParser phones, ScopeList scopes)
        => Check(
            new InviteMember(
                id,
                change.FullName ?? details.FullName,
                change.Email ?? details.Email,
                change.Role ?? details.Role,
                change.PhoneNumber is { } phone ? phone.Value : details.PhoneNumber,
                change.PhoneCountry,
                change.JobTitle is { } title ? title.Value : details.JobTitle,
                change.ScopeIds ?? ScopeAssignmentRules.Remaining(change.Role ?? details.Role, details.ScopeIds, scopes),
                change.Permissions ?? details.Permissions,
                change.AgentIds ?? details.AgentIds)
            {
                AgentOverrides = change.AgentOverrides ?? details.AgentOverrides,
            },
            phones,
            scopes);

    private static IReadOnlyList<string> CheckPermissions(FieldErrors errors, IReadOnlyList<string> permissions)
    {
        if (!permissions.All(Permissions.IsKnown))
            errors.Add("permissions", $"Only these can be granted: {string.Join(", ", Permissions.All)}.");
        return [.. permissions.Distinct(StringComparer.Ordinal)];
    }
}

using Kayse.Grains.Directory;
using Kayse.Grains.Errors;
using Kayse.Grains.Members;
using Kayse.Grains.Scopes;

namespace Kayse.Grains.Invitations;

internal static class InvitationDetailsRules
{
    /// <summary>What an admin typed, checked and in the form in which it is kept.</summary>
    public static InvitationDetails Check(InviteMember command, IPhoneNumberParser phones, ScopeList scopes) =>
        Check(command, AccessGrant.Unrestricted(command.Access.Role ?? Role.User), phones, scopes);

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
        var access = change.Access ?? AccessChange.None;
        var changed = new InviteMember(
            id,
            change.FullName ?? details.FullName,
            change.Email ?? details.Email,
            change.PhoneNumber is { } phone ? phone.Value : details.PhoneNumber,
            change.PhoneCountry,
            change.JobTitle is { } title ? title.Value : details.JobTitle,
            access
        );
        return Check(changed, WithRole(details.Access, access.Role ?? details.Role, scopes), phones, scopes);
    }

    // What is granted stays, where the new role doesn't bring it.
    private static AccessGrant WithRole(AccessGrant access, Role role, ScopeList scopes) =>
        ScopeAssignmentRules.WithRemaining(AccessRules.WithRole(access, role), scopes) with
        {
            Permissions = Permissions.Beyond(role, access.Permissions),
        };

    private static InvitationDetails Check(InviteMember command, AccessGrant held, IPhoneNumberParser phones, ScopeList scopes)
    {
        var errors = new FieldErrors();
        var fullName = errors.RequiredName("fullName", command.FullName, FieldLimits.PersonName);
        var jobTitle = errors.Optional("jobTitle", command.JobTitle, FieldLimits.JobTitle);
        var access = AccessRules.Apply(errors, held, command.Access, scopes);
        var email = errors.Try(() => ContactRules.RequiredEmail(command.Email));
        var phone = errors.Try(() => ContactRules.Phone(phones, command.PhoneNumber, command.PhoneCountry));
        errors.ThrowIfAny();
        return new InvitationDetails(fullName, email!, phone, jobTitle, access);
    }
}

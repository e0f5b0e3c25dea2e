using Kayse.Grains.Errors;
using Kayse.Grains.Scopes;

namespace Kayse.Grains.Members;

internal static class MemberUpdateRules
{
    /// <summary>The member with a change applied, checked and in the form in which it is kept.</summary>
    /// <param name="before">The member as they are; for one who is created, with nothing given yet.</param>
    /// <param name="command">The change.</param>
    /// <param name="scopes">The scopes of the company.</param>
    public static MemberRecord Apply(MemberRecord before, UpdateMember command, ScopeList scopes)
    {
        var errors = new FieldErrors();
        var change = command.Access ?? AccessChange.None;
        var held = AccessRules.WithRole(before.Access, change.Role ?? before.Role);
        var next = before with
        {
            FullName = command.FullName is null
                ? before.FullName
                : errors.RequiredName("fullName", command.FullName, FieldLimits.PersonName),
            JobTitle = command.JobTitle is { } title ? errors.Optional("jobTitle", title.Value, FieldLimits.JobTitle) : before.JobTitle,
            Access = AccessRules.Apply(errors, held, change, scopes),
        };
        errors.ThrowIfAny();
        return next;
    }
}

using Kayse.Grains.Directory;
using Kayse.Grains.Errors;
using Kayse.Grains.Scopes;
using Kayse.Grains.Users;

namespace Kayse.Grains.Members;

internal static class MemberCreationRules
{
    /// <summary>The member that is to be created (IN-9), checked and in the form in which they are kept.</summary>
    public static MemberRecord MemberOf(CreateMember command, ScopeList scopes, IPhoneNumberParser phones, DateTimeOffset now)
    {
        var errors = new FieldErrors();
        var fullName = errors.RequiredName("fullName", command.FullName, FieldLimits.PersonName);
        var email = errors.Try(() => ContactRules.RequiredEmail(command.Email));
        var phone = errors.Try(() => ContactRules.Phone(phones, command.PhoneNumber, command.PhoneCountry));
        errors.ThrowIfAny();
        var member = new MemberRecord
        {
            UserId = command.UserId,
            FullName = fullName,
            Email = email!,
            PhoneNumber = phone,
            Access = AccessGrant.Unrestricted(command.Access.Role ?? Role.User),
            JoinedAt = now,
        };
        return MemberUpdateRules.Apply(member, new UpdateMember(JobTitle: new(command.JobTitle), Access: command.Access), scopes);
    }

    /// <summary>The person behind the member; the password that the admin knows is good for one sign-in.</summary>
    public static RegisterUser RegistrationOf(MemberRecord member, string passwordHash) =>
        new(member.FullName, member.Email, member.PhoneNumber, passwordHash, TimeZone: null) { MustChangePassword = true };
}

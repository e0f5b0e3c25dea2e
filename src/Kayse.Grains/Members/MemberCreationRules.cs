using Kayse.Grains.Directory;
using Kayse.Grains.Errors;
using Kayse.Grains.Scopes;
using Kayse.Grains.Users;

namespace Kayse.Grains.Members;

internal static class MemberCreationRules
{
    private const int MaxName = 200;

    /// <summary>The member that is to be created (IN-9), checked and in the form in which they are kept.</summary>
    public static MemberRecord MemberOf(CreateMember command, ScopeList scopes, IPhoneNumberParser phones, DateTimeOffset now)
    {
        var errors = new FieldErrors();
        var fullName = errors.RequiredName("fullName", command.FullName, MaxName);
        if (string.IsNullOrWhiteSpace(command.Email))
            errors.Add("email", "This is required.");
        errors.ThrowIfAny();
        var member = new MemberRecord
        {
            UserId = command.UserId,
            FullName = fullName,
            Email = ContactRules.Email(command.Email),
            PhoneNumber = ContactRules.Phone(phones, command.PhoneNumber, command.PhoneCountry),
            Role = command.Role,
            Cases = Assignment.All,
            Agents = Assignment.All,
            JoinedAt = now,
        };
        return MemberUpdateRules.Apply(
            member,
            new UpdateMember(
                JobTitle: new(command.JobTitle),
                ScopeIds: command.ScopeIds,
                Permissions: command.Permissions,
                AgentIds: command.AgentIds,
                AgentOverrides: command.AgentOverrides
            )
            {
                CaseAccess = command.CaseAccess,
                AgentAccess = command.AgentAccess,
            },
            scopes
        );
    }

    /// <summary>The person behind the member; the password that the admin knows is good for one sign-in.</summary>
    public static RegisterUser RegistrationOf(MemberRecord member, string passwordHash) =>
        new(member.FullName, member.Email, member.PhoneNumber, passwordHash, TimeZone: null) { MustChangePassword = true };
}

using Kayse.Grains.Directory;
using Kayse.Grains.Errors;
using Kayse.Grains.Members;
using Kayse.Grains.Users;

namespace Kayse.Grains.Companies;

internal static class CompanyRules
{
    /// <summary>What was typed at sign-up, checked and in the form in which it is kept.</summary>
    public static SignUp Check(SignUp command, IPhoneNumberParser phones)
    {
        var errors = new FieldErrors();
        var companyName = errors.RequiredName("companyName", command.CompanyName, FieldLimits.CompanyName);
        var fullName = errors.RequiredName("fullName", command.FullName, FieldLimits.PersonName);
        var timeZone = ProfileRules.TimeZone(errors, command.TimeZone);
        if (string.IsNullOrWhiteSpace(command.Email))
            errors.Add("email", "This is required.");
        errors.ThrowIfAny();
        return command with
        {
            CompanyName = companyName,
            FullName = fullName,
            Email = ContactRules.Email(command.Email),
            PhoneNumber = ContactRules.Phone(phones, command.PhoneNumber, command.PhoneCountry),
            TimeZone = timeZone,
        };
    }

    public static RegisterUser RegistrationOf(SignUp command) =>
        new(command.FullName, command.Email, command.PhoneNumber, command.PasswordHash!, command.TimeZone)
        {
            Address = AddressProof.Mailed,
        };

    public static MemberRecord FounderOf(SignUp command, UserView user, DateTimeOffset now) =>
        new()
        {
            UserId = user.Id,
            FullName = user.FullName,
            Email = user.Email,
            PhoneNumber = user.PhoneNumber,
            Photo = user.Photo,
            Access = AccessGrant.Unrestricted(Role.SuperAdmin),
            JoinedAt = now,
            Version = MemberRules.NextVersion(0, now),
        };

    /// <summary>The person's copy of what the company knows of them.</summary>
    /// <param name="member">The member.</param>
    /// <param name="companyId">Their company.</param>
    /// <param name="company">What concerns all its members.</param>
    /// <param name="caseTypes">The case types that they may see; null means all.</param>
    public static Membership MembershipOf(
        MemberRecord member,
        string companyId,
        CompanyState company,
        IReadOnlyList<string>? caseTypes
    ) =>
        new(
            companyId,
            company.Name,
            member.Version + company.Revision,
            member.Role,
            member.Access.EffectivePermissions(),
            caseTypes,
            member.Status
        )
        {
            AgentAccess = member.Access.AgentAccess,
            AgentIds = member.Access.AgentIds,
            AgentOverrides = member.Access.AgentOverrides,
            SessionLimits = company.Policy.SessionLimits,
            TwoFactorRequiredFrom = TwoFactorRequiredFrom(member, company),
            TrustedDevicesForbidden = !company.Policy.TrustedDevicesAllowed,
            SsoRequired = SsoAccessRules.IsRequired(member, company),
            SsoExempt = SsoAccessRules.IsExempt(member, company),
            Removed = member.Removed,
        };

    /// <summary>Whether a change is of something that memberships hold.</summary>
    public static bool AffectsMembers(CompanyState before, CompanyState after) =>
        before.Name != after.Name
        || before.TwoFactorRequiredSince != after.TwoFactorRequiredSince
        || before.Policy.TwoFactorGracePeriod != after.Policy.TwoFactorGracePeriod
        || before.Policy.TrustedDevicesAllowed != after.Policy.TrustedDevicesAllowed
        || before.Policy.SessionLimits != after.Policy.SessionLimits
        || !SsoAccessRules.AreSame(before.SsoExemptUserIds, after.SsoExemptUserIds);

    /// <summary>
    /// From when on the company requires a second factor of a member; null when it doesn't. Who joins later has as long
    /// as those who were there when it began.
    /// </summary>
    public static DateTimeOffset? TwoFactorRequiredFrom(MemberRecord member, CompanyState company)
    {
        if (company.TwoFactorRequiredSince is not { } since)
            return null;
        return (member.JoinedAt > since ? member.JoinedAt : since) + company.Policy.TwoFactorGracePeriod;
    }
}

using Kayse.Grains.Directory;
using Kayse.Grains.Errors;
using Kayse.Grains.Scopes;
using Kayse.Grains.Users;

namespace Kayse.Grains.Members;

/// <summary>What an identity provider may make of the members of a company.</summary>
internal static class ProvisioningRules
{
    /// <summary>What audit log and mails call whoever acts.</summary>
    private const string Name = "Your identity provider";

    /// <summary>The identity provider as the company's rules know whoever acts; refuses everybody else.</summary>
    public static MemberRecord Acting(Actor actor) =>
        actor is { IsDirectory: true, IsServiceKey: false, Key: null }
            ? new MemberRecord
            {
                UserId = actor.UserId,
                FullName = Name,
                Email = "",
            }
            : throw new RefusedException(GeneralErrors.NotFound);

    /// <summary>The member that is to be, checked and in the form in which they are kept.</summary>
    public static MemberRecord MemberOf(ProvisionMember command, ScopeList scopes, DateTimeOffset now)
    {
        var errors = new FieldErrors();
        var fullName = errors.RequiredName("fullName", command.FullName, FieldLimits.PersonName);
        var email = errors.Try(() => ContactRules.RequiredEmail(command.Email));
        var jobTitle = errors.Optional("jobTitle", command.JobTitle, FieldLimits.JobTitle);
        errors.ThrowIfAny();
        return new MemberRecord
        {
            UserId = command.UserId,
            FullName = fullName,
            Email = email!,
            JobTitle = jobTitle,
            Access = AccessOf(new AccessGrant(), command.Access, scopes),
            JoinedAt = now,
            WasAdded = true,
        };
    }

    /// <summary>
    /// The person behind a member who has no account, or one whose address they never proved. The company has proved
    /// that it decides about addresses of the domain; a password comes by a mailed link alone.
    /// </summary>
    public static RegisterUser RegistrationOf(MemberRecord member, string companyId) =>
        new(member.FullName, member.Email, PhoneNumber: null, PasswordHash: "", TimeZone: null)
        {
            Address = AddressProof.Given,
            CompanyId = companyId,
        };

    /// <summary>
    /// The access that is kept: at most that of an Admin, and what is gone or too much left out. With nothing, what an
    /// admin granted goes too; what an admin denied always stays.
    /// </summary>
    public static AccessGrant AccessOf(AccessGrant held, ProvisionedAccess access, ScopeList scopes)
    {
        var isAdmin = access.Role >= Role.Admin;
        var next = AccessRules.WithRole(held, isAdmin ? Role.Admin : Role.User) with
        {
            CaseAccess = isAdmin || access.AllCases ? AccessMode.All : AccessMode.Assigned,
            ScopeIds = isAdmin || access.AllCases ? [] : [.. access.ScopeIds.Distinct(StringComparer.Ordinal)],
            AgentAccess = access.AllAgents ? AccessMode.All : AccessMode.Assigned,
            AgentIds = access.AllAgents ? [] : AgentRules.Fitting(access.AgentIds, held.AgentOverrides),
        };
        return ScopeAssignmentRules.WithRemaining(access.IsNothing ? WithoutGrants(next) : next, scopes);
    }

    private static AccessGrant WithoutGrants(AccessGrant access) =>
        access with
        {
            Permissions = [],
            AgentOverrides = access
                .AgentOverrides.Where(agent => agent.Value.Deny.Count > 0)
                .ToDictionary(agent => agent.Key, agent => agent.Value with { Grant = [] }, StringComparer.Ordinal),
        };
}

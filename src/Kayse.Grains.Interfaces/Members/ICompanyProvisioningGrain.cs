using Kayse.Grains.Invitations;
using Orleans.Concurrency;

namespace Kayse.Grains.Members;

/// <summary>
/// What a company's identity provider does to its members (EN-1 to EN-3), keyed by company id. Only an actor with
/// <see cref="Actor.IsDirectory"/> may; everybody else is refused <c>not_found</c>. Such an actor makes nobody a Super
/// Admin and changes nothing of what a Super Admin may do; it can take their access away, but not the last one's. When
/// a command completes, every live session of the member reflects the change. Each may be repeated.
/// </summary>
[Alias("kayse.company-provisioning")]
public interface ICompanyProvisioningGrain : IGrainWithStringKey
{
    /// <summary>
    /// Makes a person a member without asking them: creates them without a password, or takes the person who has the
    /// address. That is for addresses of domains that the company has verified only; whoever has such an address without
    /// ever having proved it loses their password and sessions. An active member stays as they are. A directory also
    /// brings back whom a directory had deactivated or removed; who signs in is refused <c>member_deprovisioned</c> once
    /// anybody has taken their access away. Refuses bad fields, <c>email_domain_not_verified</c>, <c>company_limit_reached</c>
    /// and <c>seat_limit_reached</c>.
    /// </summary>
    [Alias("provision")]
    Task<ProvisionedMember> ProvisionMemberAsync(Actor actor, ProvisionMember command);

    /// <summary>
    /// As <see cref="ProvisionMemberAsync"/> for many, of whom those are created together who have no account, are not
    /// known to the company and can be. The others are null, and left to it. Up to 100.
    /// </summary>
    [Alias("create-new")]
    Task<IReadOnlyList<MemberView?>> CreateNewMembersAsync(Actor actor, IReadOnlyList<ProvisionMember> commands);

    /// <summary>
    /// Changes what the company calls a member, and their job title; null leaves what is there. Refuses bad fields and
    /// <c>not_found</c>.
    /// </summary>
    [Alias("update")]
    Task<MemberView> UpdateProvisionedAsync(Actor actor, string userId, string? fullName, Change<string>? jobTitle);

    /// <summary>
    /// Gives a member the access that their groups stand for, in place of what they have; scopes that are gone are left
    /// out. Without effect on a Super Admin. Refuses <c>not_found</c> and bad fields.
    /// </summary>
    [Alias("set-access")]
    Task<MemberView> SetProvisionedAccessAsync(Actor actor, string userId, ProvisionedAccess access);

    /// <summary>
    /// Takes away a member's access until it is given back. Refuses <c>not_found</c> and <c>last_super_admin</c>.
    /// </summary>
    [Alias("deactivate")]
    Task<MemberView> DeactivateProvisionedAsync(Actor actor, string userId);

    /// <summary>
    /// Gives back the access that the identity provider has taken away. Whom an admin has deactivated stays
    /// deactivated, which the answer shows. Refuses <c>not_found</c> and <c>seat_limit_reached</c>.
    /// </summary>
    [Alias("reactivate")]
    Task<MemberView> ReactivateProvisionedAsync(Actor actor, string userId);

    /// <summary>
    /// Removes a member. No invitation brings them back, and no sign-in, but the identity provider can. Refuses
    /// <c>not_found</c> and <c>last_super_admin</c>.
    /// </summary>
    [Alias("remove")]
    Task RemoveProvisionedAsync(Actor actor, string userId);

    /// <summary>
    /// Lets an invitation bring somebody back whom the identity provider has removed; whether that changed anything.
    /// </summary>
    [Alias("allow-return")]
    Task<bool> AllowReturnAsync(Actor actor, string userId);

    /// <summary>One member, deactivated ones too; null when there is none.</summary>
    [Alias("find"), AlwaysInterleave]
    Task<MemberView?> FindProvisionedAsync(Actor actor, string userId);

    /// <summary>The member who has an address, deactivated ones too; null when there is none.</summary>
    [Alias("find-by-email"), AlwaysInterleave]
    Task<MemberView?> FindProvisionedByEmailAsync(Actor actor, string email);

    /// <summary>
    /// All members, deactivated ones too. Answers with no list when the roster is still the one of
    /// <paramref name="knownRevision"/>.
    /// </summary>
    [Alias("list"), AlwaysInterleave]
    Task<ProvisionedRoster> ListProvisionedAsync(Actor actor, string? knownRevision);

    /// <summary>
    /// Whether somebody has taken a person's access to the company away, so that signing in must not give it back. An
    /// active member's is false.
    /// </summary>
    [Alias("is-deprovisioned"), AlwaysInterleave]
    Task<bool> IsDeprovisionedAsync(Actor actor, string userId);
}

using Kayse.Grains.Members;

namespace Kayse.Grains.Companies;

/// <remarks>
/// What a company may do with the accounts of its members. Refusals are as for the other commands on a member.
/// </remarks>
public partial interface ICompanyGrain
{
    /// <summary>
    /// Whether the actor may create a member of that role, and what the company is called; so that no password is
    /// hashed for who may not.
    /// </summary>
    [Alias("prepare-create-member")]
    Task<string> PrepareCreateMemberAsync(Actor actor, Role role);

    /// <summary>
    /// Creates a person with a password that they must change at their first sign-in, as a member (IN-9); needs
    /// <c>members.invite</c>, and whatever is given the actor must have. Sends no mail. Refuses bad fields,
    /// <c>email_already_member</c>, <c>email_already_invited</c>, <c>email_in_use</c>, <c>phone_in_use</c> and
    /// <c>phone_already_invited</c>, <c>email_not_verified</c>, and when there is no seat.
    /// </summary>
    [Alias("create-member")]
    Task<MemberView> CreateMemberAsync(Actor actor, CreateMember command);

    /// <summary>
    /// What a new password of the member is judged by, if the actor may set it; refuses as
    /// <see cref="SetMemberPasswordAsync"/> does.
    /// </summary>
    [Alias("prepare-set-member-password")]
    Task<MemberView> PrepareSetMemberPasswordAsync(Actor actor, string userId);

    /// <summary>
    /// Sets a password that the member must change at their next sign-in, and ends every session of theirs (ME-5); for
    /// Admins and above. Refuses <c>own_role</c>, and <c>forbidden</c> when they belong to another company too: a
    /// password that one company's admin knows would open the other.
    /// </summary>
    [Alias("set-member-password")]
    Task SetMemberPasswordAsync(Actor actor, string userId, string passwordHash);

    /// <summary>
    /// Mails the member a link to choose a new password (ME-5), and ends their sessions that act in the company; those
    /// of who belongs to no other company everywhere. Needs <c>members.update</c>. Refuses <c>own_role</c>, and
    /// <c>rate_limited</c> when the address has had too many mails.
    /// </summary>
    [Alias("send-member-password-reset")]
    Task SendMemberPasswordResetAsync(Actor actor, string userId);

    /// <summary>
    /// Erases a member's account (PR-4): profile, password, sessions and history, and what names them in the audit log;
    /// address and number are free again. For Admins and above. Refuses <c>own_role</c>, <c>last_super_admin</c>, and
    /// <c>member_elsewhere</c> when they belong to another company too.
    /// </summary>
    [Alias("delete-account")]
    Task DeleteAccountAsync(Actor actor, string userId);
}

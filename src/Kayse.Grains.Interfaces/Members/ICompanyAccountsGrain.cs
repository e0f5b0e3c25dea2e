namespace Kayse.Grains.Members;

/// <summary>
/// What a company may do with the accounts of its members, keyed by company id. Refuses as
/// <see cref="ICompanyMembersGrain"/> does.
/// </summary>
[Alias("kayse.company-accounts")]
public interface ICompanyAccountsGrain : IGrainWithStringKey
{
    /// <summary>
    /// Checks whether the actor may create a member with that role, before a password is hashed; returns the company's
    /// name.
    /// </summary>
    [Alias("prepare-create")]
    Task<string> PrepareCreateMemberAsync(Actor actor, Role role);

    /// <summary>
    /// Creates a person with a password that they must change at their first sign-in, as a member (IN-9); needs
    /// <c>members.invite</c>, and the actor can give only what they have themselves. Sends no mail. Refuses bad fields,
    /// <c>email_already_member</c>, <c>email_already_invited</c>, <c>email_in_use</c>, <c>phone_in_use</c>,
    /// <c>phone_already_invited</c>, <c>email_not_verified</c> and <c>seat_limit_reached</c>. May be repeated.
    /// </summary>
    [Alias("create")]
    Task<MemberView> CreateMemberAsync(Actor actor, CreateMember command);

    /// <summary>
    /// Checks whether the actor may set the member's password, before one is hashed; refuses as
    /// <see cref="SetMemberPasswordAsync"/> does.
    /// </summary>
    [Alias("prepare-set-password")]
    Task<MemberView> PrepareSetMemberPasswordAsync(Actor actor, string userId);

    /// <summary>
    /// Sets a password that the member must change at their next sign-in, and ends every session of theirs (ME-5); for
    /// Admins and above. Refuses <c>own_role</c>, and <c>forbidden</c> when they belong to another company too: a
    /// password that one company's admin knows would give access to the other.
    /// </summary>
    [Alias("set-password")]
    Task SetMemberPasswordAsync(Actor actor, string userId, string passwordHash);

    /// <summary>
    /// Mails the member a link to choose a new password (ME-5), and ends their sessions in the company; all of their
    /// sessions when they belong to no other company. Needs <c>members.update</c>. Refuses <c>own_role</c>, and
    /// <c>rate_limited</c> when the address has had too many mails.
    /// </summary>
    [Alias("send-password-reset")]
    Task SendMemberPasswordResetAsync(Actor actor, string userId);

    /// <summary>
    /// Resets the second factors of a member who has lost them, passkeys included: at once, or after 24 hours when one
    /// was used within the last week. Returns when; null when it is done. For Admins and above. Refuses <c>own_role</c>,
    /// <c>two_factor_not_enabled</c>, and <c>member_elsewhere</c> when they belong to another company too.
    /// </summary>
    [Alias("reset-two-factor")]
    Task<DateTimeOffset?> ResetMemberTwoFactorAsync(Actor actor, string userId);

    /// <summary>
    /// Cancels a reset of the member's second factors that is planned. For Admins and above. Refuses <c>not_found</c>
    /// when none is.
    /// </summary>
    [Alias("cancel-two-factor-reset")]
    Task CancelMemberTwoFactorResetAsync(Actor actor, string userId);

    /// <summary>
    /// Erases a member's account (PR-4): profile, password, sessions and history, and their name in the audit log;
    /// address and number can be used again. For Admins and above. Refuses <c>own_role</c>, <c>last_super_admin</c>,
    /// and <c>member_elsewhere</c> when they belong to another company too.
    /// </summary>
    [Alias("delete")]
    Task DeleteAccountAsync(Actor actor, string userId);

    /// <summary>
    /// A member has asked for their account to be deleted, or has taken that back (PR-4): tells the admins by mail, and
    /// records it. Without effect when there is no such member. May be repeated.
    /// </summary>
    [Alias("deletion-requested")]
    Task DeletionRequestedAsync(DeletionNews news);

    /// <summary>
    /// Removes a member whose account is deleted at their own request (PR-4). Without effect when there is no such
    /// member. May be repeated. Refuses <c>last_super_admin</c>.
    /// </summary>
    /// <param name="userId">The member.</param>
    /// <param name="onlyCheck">Whether to look only if that would be refused.</param>
    [Alias("leave-for-deletion")]
    Task LeaveForDeletionAsync(string userId, bool onlyCheck);
}

using System.Text.Json.Serialization;
using Kayse.Grains.Audit;
using Kayse.Grains.Mail;
using Kayse.Grains.Members;
using Kayse.Grains.Sessions;
using Kayse.Grains.Users;

namespace Kayse.Grains.Companies;

/// <summary>
/// What has to follow from a change of a company, or of one of its members or scopes; stored with what changed.
/// <see cref="CompanySteps"/>, <see cref="MemberChanges"/> and <see cref="Scopes.ScopeChanges"/> execute it.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "step")]
[JsonDerivedType(typeof(Announce), "announce")]
[JsonDerivedType(typeof(UpdateMemberships), "update_memberships")]
[JsonDerivedType(typeof(FoundCompany), "found_company")]
[JsonDerivedType(typeof(CreateMemberAccount), "create_member_account")]
[JsonDerivedType(typeof(CreateMemberAccounts), "create_member_accounts")]
[JsonDerivedType(typeof(GiveRole), "give_role")]
[JsonDerivedType(typeof(EndMemberSessions), "end_member_sessions")]
[JsonDerivedType(typeof(SetMemberPassword), "set_member_password")]
[JsonDerivedType(typeof(SendMemberPasswordReset), "send_member_password_reset")]
[JsonDerivedType(typeof(ResetMemberTwoFactor), "reset_member_two_factor")]
[JsonDerivedType(typeof(CancelMemberTwoFactorReset), "cancel_member_two_factor_reset")]
[JsonDerivedType(typeof(EraseAccount), "erase_account")]
[JsonDerivedType(typeof(RevokeExcessInvitations), "revoke_excess_invitations")]
[JsonDerivedType(typeof(NoteOffboarding), "note_offboarding")]
[JsonDerivedType(typeof(ForgetOffboarding), "forget_offboarding")]
[JsonDerivedType(typeof(TellBilling), "tell_billing")]
[JsonDerivedType(typeof(TellSso), "tell_sso")]
[JsonDerivedType(typeof(DeleteRecord), "delete_record")]
internal abstract record CompanyStep;

/// <summary>Records the change in the audit log, and mails those whom it affects.</summary>
internal sealed record Announce(IReadOnlyList<AuditRecord> Audit, IReadOnlyList<OutgoingMail> Mail) : CompanyStep
{
    public static Announce Of(AuditRecord audit, params IReadOnlyList<OutgoingMail> mail) => new([audit], mail);
}

/// <summary>
/// Brings the memberships up to date that people hold a copy of: of the member, of all who have the scope, or of all
/// members of the company.
/// </summary>
internal sealed record UpdateMemberships : CompanyStep;

/// <summary>Creates the company and its first Super Admin; refused, it leaves nothing.</summary>
internal sealed record FoundCompany(SignUp Command) : CompanyStep;

/// <summary>Creates a person and then the member.</summary>
/// <param name="Member">The member.</param>
/// <param name="Registration">The person.</param>
/// <param name="Announcement">Announced once both are there.</param>
internal sealed record CreateMemberAccount(MemberRecord Member, RegisterUser Registration, Announce Announcement) : CompanyStep;

/// <summary>Creates many people and members together; whoever can't be created is left out.</summary>
internal sealed record CreateMemberAccounts(IReadOnlyList<CreateMemberAccount> Accounts) : CompanyStep;

/// <summary>Gives a member a role, as one half of a transfer of ownership.</summary>
internal sealed record GiveRole(string UserId, Role Role, Announce Announcement) : CompanyStep;

/// <summary>Ends sessions of the member in the company.</summary>
/// <param name="SessionIds">Which; null: all of them.</param>
/// <param name="Reason">Why.</param>
internal sealed record EndMemberSessions(IReadOnlyList<string>? SessionIds, SessionEndReason Reason) : CompanyStep;

/// <summary>Sets the member's password, which they must change at their next sign-in.</summary>
internal sealed record SetMemberPassword(string PasswordHash) : CompanyStep
{
    /// <summary>Leaves the hash out.</summary>
    public override string ToString() => nameof(SetMemberPassword);
}

/// <summary>Mails the member a link to choose a new password.</summary>
internal sealed record SendMemberPasswordReset(string ResetId) : CompanyStep;

/// <summary>Resets the member's second factors.</summary>
internal sealed record ResetMemberTwoFactor(string ResetId) : CompanyStep;

/// <summary>Cancels a reset of the member's second factors.</summary>
internal sealed record CancelMemberTwoFactorReset : CompanyStep;

/// <summary>Erases the account of the member, who has been removed.</summary>
internal sealed record EraseAccount : CompanyStep;

/// <summary>Revokes the member's pending invitations that give more than they may still give (IN-13).</summary>
internal sealed record RevokeExcessInvitations : CompanyStep;

/// <summary>Notes what ends with the member's access (ME-4).</summary>
internal sealed record NoteOffboarding(OffboardingRecord Record) : CompanyStep;

/// <summary>Forgets what ended: the member has their access again.</summary>
internal sealed record ForgetOffboarding : CompanyStep;

/// <summary>Tells billing that the member, who may be its primary contact, is no longer an active admin (CO-10).</summary>
/// <param name="WasFirstSuperAdmin">Whether they had been an active Super Admin for longer than all others.</param>
internal sealed record TellBilling(bool WasFirstSuperAdmin) : CompanyStep;

/// <summary>
/// Tells single sign-on that the member, who could sign in without it in an emergency, is no longer an active Super Admin.
/// </summary>
internal sealed record TellSso : CompanyStep;

/// <summary>Deletes the record of a removed member or a deleted scope, once everybody knows.</summary>
internal sealed record DeleteRecord : CompanyStep;

using System.Text.Json.Serialization;
using Kayse.Grains.Audit;

namespace Kayse.Grains.Invitations;

/// <summary>What has to follow from a change of an invitation; <see cref="InvitationSteps"/> executes it.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "step")]
[JsonDerivedType(typeof(RecordInAuditLog), "record_in_audit_log")]
[JsonDerivedType(typeof(MailLink), "mail_link")]
[JsonDerivedType(typeof(WithdrawMail), "withdraw_mail")]
internal abstract record InvitationStep;

internal sealed record RecordInAuditLog(AuditRecord Record) : InvitationStep;

/// <summary>Mails the link, and records that the invitation was sent.</summary>
/// <param name="ProtectedToken">The link's token, encrypted: a crash in between sends the same link again, and not
/// another.</param>
/// <param name="Record">For the audit log.</param>
internal sealed record MailLink(byte[] ProtectedToken, AuditRecord Record) : InvitationStep;

/// <summary>Takes a mail back that has not gone out yet.</summary>
internal sealed record WithdrawMail(string MailId) : InvitationStep;

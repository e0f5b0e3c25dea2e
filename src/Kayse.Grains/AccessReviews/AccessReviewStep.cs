using System.Text.Json.Serialization;
using Kayse.Grains.Audit;
using Kayse.Grains.Mail;
using Kayse.Grains.Members;

namespace Kayse.Grains.AccessReviews;

/// <summary>What has to follow from a command to a company's access reviews.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "step")]
[JsonDerivedType(typeof(OpenReview), "open_review")]
[JsonDerivedType(typeof(CarryOutDecision), "carry_out_decision")]
[JsonDerivedType(typeof(CloseReview), "close_review")]
[JsonDerivedType(typeof(AppendReminderChange), "append_reminder_change")]
[JsonDerivedType(typeof(SendReviewReminder), "send_reminder")]
internal abstract record AccessReviewStep;

/// <summary>Notes all members, and opens the review; refused, it leaves nothing.</summary>
internal sealed record OpenReview(AccessReviewRecord Review, Actor By, AuditRecord Audit) : AccessReviewStep;

/// <summary>Reduces or removes by the company's own command, once, and notes the decision then.</summary>
/// <param name="ReviewId">The review.</param>
/// <param name="Member">The member who was looked at: whoever has come back since is not that one.</param>
/// <param name="Decision">What was decided; nothing of its outcome yet.</param>
/// <param name="Reduction">The change, for the version that was looked at; null to remove.</param>
/// <param name="By">Who decided.</param>
/// <param name="Reviewer">What they are called.</param>
internal sealed record CarryOutDecision(
    string ReviewId,
    AccessReviewItem Member,
    ReviewedDecision Decision,
    UpdateMember? Reduction,
    Actor By,
    Reviewer Reviewer
) : AccessReviewStep;

/// <summary>Closes the review.</summary>
internal sealed record CloseReview(string ReviewId, Reviewer By, DateTimeOffset At, AuditRecord Audit) : AccessReviewStep;

/// <summary>Records in the audit log that reminders were turned on or off.</summary>
internal sealed record AppendReminderChange(AuditRecord Audit) : AccessReviewStep;

/// <summary>Reminds somebody that a review is due.</summary>
internal sealed record SendReviewReminder(OutgoingMail Mail) : AccessReviewStep;

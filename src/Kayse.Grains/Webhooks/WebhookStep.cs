using System.Text.Json.Serialization;
using Kayse.Grains.Audit;

namespace Kayse.Grains.Webhooks;

/// <summary>What has to follow from a change of a webhook; stored with what changed.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "step")]
[JsonDerivedType(typeof(RecordWebhookChange), "record")]
[JsonDerivedType(typeof(TellAdmins), "tell_admins")]
internal abstract record WebhookStep;

/// <summary>Records a change in the audit log.</summary>
internal sealed record RecordWebhookChange(AuditRecord Audit) : WebhookStep;

/// <summary>Mails the admins that attempts fail, or that the webhook was disabled.</summary>
/// <param name="Host">The host of the address.</param>
/// <param name="Since">Since when; the mails are told apart by it.</param>
/// <param name="Disabled">Why it was disabled; null when it wasn't.</param>
internal sealed record TellAdmins(string Host, DateTimeOffset Since, WebhookDisabledReason? Disabled) : WebhookStep;

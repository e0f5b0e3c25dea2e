using System.Text.Json.Serialization;
using Kayse.Grains.Audit;

namespace Kayse.Grains.Webhooks;

/// <summary>What has to follow from a change of a company's webhooks; stored with what changed.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "step")]
[JsonDerivedType(typeof(BeginWebhook), "begin")]
[JsonDerivedType(typeof(RemoveWebhook), "remove")]
[JsonDerivedType(typeof(SyncEvents), "sync_events")]
internal abstract record CompanyWebhookStep;

/// <summary>Starts a webhook.</summary>
internal sealed record BeginWebhook(string WebhookId, StartWebhook Command) : CompanyWebhookStep;

/// <summary>Records that a webhook is deleted, and has it forget everything.</summary>
internal sealed record RemoveWebhook(string WebhookId, AuditRecord Deleted) : CompanyWebhookStep;

/// <summary>Has the company's events announced, and tell of business hours, as the webhooks there are need it.</summary>
internal sealed record SyncEvents(AuditOrigin By) : CompanyWebhookStep;

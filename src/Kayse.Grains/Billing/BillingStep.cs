using System.Text.Json.Serialization;
using Kayse.Grains.Audit;
using Kayse.Grains.Mail;

namespace Kayse.Grains.Billing;

/// <summary>What has to follow from a change of billing; <see cref="CompanyBillingGrain"/> executes it.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "step")]
[JsonDerivedType(typeof(RecordChange), "record_change")]
[JsonDerivedType(typeof(SendNotice), "send_notice")]
internal abstract record BillingStep;

/// <summary>Records the change in the audit log.</summary>
internal sealed record RecordChange(AuditRecord Record) : BillingStep;

/// <summary>Sends a mail about it.</summary>
internal sealed record SendNotice(OutgoingMail Mail) : BillingStep;

using System.Text.Json.Serialization;
using Kayse.Grains.Audit;

namespace Kayse.Grains.Branding;

/// <summary>What has to follow from a change of a company's branding.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "step")]
[JsonDerivedType(typeof(AppendBrandingAudit), "append_audit")]
[JsonDerivedType(typeof(DeleteLogo), "delete_logo")]
internal abstract record BrandingStep;

/// <summary>Writes a change into the audit log.</summary>
internal sealed record AppendBrandingAudit(AuditRecord Record) : BrandingStep;

/// <summary>Deletes a logo that may be stored, unless it is the company's now.</summary>
internal sealed record DeleteLogo(string Name) : BrandingStep;

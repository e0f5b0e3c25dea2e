using System.Text.Json.Serialization;
using Kayse.Grains.Audit;

namespace Kayse.Grains.Domains;

/// <summary>What has to follow from a change of a company's domains; stored with what changed.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "step")]
[JsonDerivedType(typeof(ClaimDomain), "claim")]
[JsonDerivedType(typeof(ReleaseDomain), "release")]
[JsonDerivedType(typeof(RecordDomainChange), "record")]
[JsonDerivedType(typeof(WarnAdmins), "warn_admins")]
internal abstract record DomainStep;

/// <summary>Takes a domain whose record was found, unless another company has it.</summary>
/// <param name="Domain">Which.</param>
/// <param name="Token">Of the record that was found; one that is no longer the domain's claims nothing.</param>
/// <param name="By">Who had it checked.</param>
internal sealed record ClaimDomain(string Domain, string Token, AuditOrigin By) : DomainStep;

/// <summary>Gives up a domain.</summary>
internal sealed record ReleaseDomain(string Domain) : DomainStep;

/// <summary>Records a change in the audit log.</summary>
internal sealed record RecordDomainChange(AuditRecord Audit) : DomainStep;

/// <summary>Mails the admins that the record of a domain is gone.</summary>
/// <param name="Domain">Which.</param>
/// <param name="LostAt">When that was found; the mails are told apart by it.</param>
internal sealed record WarnAdmins(string Domain, DateTimeOffset LostAt) : DomainStep;

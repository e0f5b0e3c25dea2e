using System.Text.Json.Serialization;
using Kayse.Grains.Audit;
using Kayse.Grains.Mail.Emails;

namespace Kayse.Grains.Sso;

/// <summary>What has to follow from a change of a company's single sign-on; stored with what changed.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "step")]
[JsonDerivedType(typeof(ApplyRequirement), "apply_requirement")]
[JsonDerivedType(typeof(RecordConfiguration), "record_configuration")]
[JsonDerivedType(typeof(RemoveConnection), "remove_connection")]
[JsonDerivedType(typeof(RecordSsoChange), "record")]
[JsonDerivedType(typeof(TellSuperAdmins), "tell_super_admins")]
internal abstract record SsoStep;

/// <summary>Has the company require single sign-on of its members as the state says, or no longer.</summary>
internal sealed record ApplyRequirement : SsoStep;

/// <summary>Forgets the settings of a connection.</summary>
internal sealed record RemoveConnection(SsoProtocol Protocol) : SsoStep;

/// <summary>Records how a connection is set up, if that differs from what was recorded last.</summary>
/// <param name="Protocol">Which.</param>
/// <param name="By">Who was about to change it.</param>
internal sealed record RecordConfiguration(SsoProtocol Protocol, AuditOrigin By) : SsoStep;

/// <summary>Records a change in the audit log.</summary>
internal sealed record RecordSsoChange(AuditRecord Audit) : SsoStep;

/// <summary>Mails the Super Admins what has changed.</summary>
/// <param name="News">What.</param>
/// <param name="By">Who did it; null when nobody did.</param>
/// <param name="At">When; the mails are told apart by it.</param>
internal sealed record TellSuperAdmins(SsoNews News, string? By, DateTimeOffset At) : SsoStep;

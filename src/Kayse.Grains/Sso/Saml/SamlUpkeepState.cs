using System.Text.Json.Serialization;
using Kayse.Grains.Audit;
using Kayse.Grains.State;

namespace Kayse.Grains.Sso.Saml;

[NoPersonalData("When metadata was read, and which warnings were sent.")]
internal sealed record SamlUpkeepState
{
    /// <summary>When the metadata was last read; null: never.</summary>
    public DateTimeOffset? ReadAt { get; init; }

    /// <summary>When it was last tried; null: never.</summary>
    public DateTimeOffset? TriedAt { get; init; }

    /// <summary>The last warning that was decided on; null: none.</summary>
    public CertificateWarning? Warned { get; init; }

    /// <summary>What is still to be done.</summary>
    public IReadOnlyList<SamlUpkeepStep> Pending
    {
        get;
        init => field = value ?? [];
    } = [];

    public SamlUpkeepState Then(params IEnumerable<SamlUpkeepStep> steps) => this with { Pending = [.. Pending, .. steps] };
}

/// <summary>That the last certificate of a connection will end.</summary>
/// <param name="EndsAt">When it ends.</param>
/// <param name="Days">How many days before it is told, at most.</param>
internal sealed record CertificateWarning(DateTimeOffset EndsAt, int Days);

/// <summary>What has to follow from metadata that was read, or from the time; stored with it.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "step")]
[JsonDerivedType(typeof(ApplySamlMetadata), "apply_metadata")]
[JsonDerivedType(typeof(RecordSamlChange), "record")]
[JsonDerivedType(typeof(WarnOfCertificate), "warn")]
internal abstract record SamlUpkeepStep;

/// <summary>Has the connection take what the metadata says.</summary>
internal sealed record ApplySamlMetadata(SamlProvider Provider) : SamlUpkeepStep;

/// <summary>Records a change in the audit log.</summary>
internal sealed record RecordSamlChange(AuditRecord Audit) : SamlUpkeepStep;

/// <summary>Mails the Super Admins.</summary>
internal sealed record WarnOfCertificate(CertificateWarning Warning) : SamlUpkeepStep;

using System.Text.Json.Serialization;
using Kayse.Grains.Audit;
using Kayse.Grains.State;
using Kayse.Grains.Tokens;

namespace Kayse.Grains.Scim;

[NoPersonalData("Tokens of the company, and how many lost access when.")]
internal sealed record ScimDirectoryState
{
    /// <summary>Oldest first; some may have expired.</summary>
    public IReadOnlyList<ScimTokenRecord> Tokens
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Since when the brake is on; null while it is off.</summary>
    public DateTimeOffset? BrakedAt { get; init; }

    /// <summary>Until when the last release of the brake holds; null when there was none.</summary>
    public DateTimeOffset? ReleasedUntil { get; init; }

    /// <summary>How many lost their access lately, minute by minute, oldest first.</summary>
    public IReadOnlyList<ScimLosses> Losses
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>What is still to be done.</summary>
    public IReadOnlyList<ScimStep> Pending
    {
        get;
        init => field = value ?? [];
    } = [];
}

/// <summary>A token, as it is stored.</summary>
/// <param name="Id">Its id, which is no secret.</param>
/// <param name="Hash">The hash of its secret.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="ExpiresAt">From when on it is refused.</param>
/// <param name="LastUsedAt">When it was last used, to a quarter of an hour; null when it never was.</param>
internal sealed record ScimTokenRecord(
    string Id,
    TokenHash Hash,
    DateTimeOffset CreatedAt,
    DateTimeOffset ExpiresAt,
    DateTimeOffset? LastUsedAt
)
{
    [JsonIgnore]
    public ScimTokenView View => new(Id, CreatedAt, ExpiresAt, LastUsedAt);
}

/// <summary>How many people lost their access in a minute.</summary>
internal sealed record ScimLosses(DateTimeOffset Minute, int Count);

/// <summary>What has to follow from a change of a company's directory; stored with what changed.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "step")]
[JsonDerivedType(typeof(RecordScimChange), "record")]
[JsonDerivedType(typeof(WarnOfBrake), "warn_of_brake")]
internal abstract record ScimStep;

/// <summary>Records a change in the audit log.</summary>
internal sealed record RecordScimChange(AuditRecord Audit) : ScimStep;

/// <summary>Mails the Super Admins that the brake is on.</summary>
/// <param name="At">Since when; the mails are told apart by it.</param>
/// <param name="Losses">How many had lost their access until then.</param>
internal sealed record WarnOfBrake(DateTimeOffset At, int Losses) : ScimStep;

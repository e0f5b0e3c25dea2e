using System.Text.Json.Serialization;
using Kayse.Grains.Companies;
using Kayse.Grains.State;

namespace Kayse.Grains.Members;

/// <summary>A member as the company's roster keeps them.</summary>
internal sealed record MemberRecord : ISegmentItem
{
    public required string UserId { get; init; }

    public required string FullName { get; init; }

    /// <summary>Normalised.</summary>
    public required string Email { get; init; }

    /// <summary>E.164, or null.</summary>
    public string? PhoneNumber { get; init; }

    /// <summary>The name of the person's photo, or null.</summary>
    public string? Photo { get; init; }

    /// <summary>Whether the person has a second factor.</summary>
    public bool TwoFactorEnabled { get; init; }

    /// <summary>Until when the password that an admin set works; null when the person chose their own.</summary>
    public DateTimeOffset? InitialPasswordExpiresAt { get; init; }

    /// <summary>When the person's second factors will be reset; null when that isn't planned.</summary>
    public DateTimeOffset? TwoFactorResetAt { get; init; }

    public string? JobTitle { get; init; }

    /// <summary>What they may do.</summary>
    public AccessGrant Access
    {
        get;
        init => field = value ?? new AccessGrant();
    } = new();

    public MemberStatus Status { get; init; }

    public DateTimeOffset JoinedAt { get; init; }

    /// <summary>
    /// The id of the invitation, or of the command to invite, by which they came; null when they came otherwise.
    /// </summary>
    public string? InvitationId { get; init; }

    /// <summary>
    /// Whether the company added them without asking (IN-8): it knows only the phone number that it has from its own
    /// admins.
    /// </summary>
    public bool WasAdded { get; init; }

    /// <summary>Grows with every change; orders the copies that the person gets.</summary>
    public long Version { get; init; }

    /// <summary>
    /// Whether they are leaving for good: they have no access any more, and the last pending step deletes the record.
    /// </summary>
    public bool Removed { get; init; }

    /// <summary>What has to follow from the last changes, in order.</summary>
    public IReadOnlyList<CompanyStep> Pending
    {
        get;
        init => field = value ?? [];
    } = [];

    string ISegmentItem.Id => UserId;

    [JsonIgnore]
    public Role Role => Access.Role;

    [JsonIgnore]
    public MemberView View =>
        new(UserId, FullName, Email, PhoneNumber, JobTitle, Access, Status, JoinedAt)
        {
            Version = Version,
            Photo = Photo,
            TwoFactorEnabled = TwoFactorEnabled,
            InitialPasswordExpiresAt = InitialPasswordExpiresAt,
            TwoFactorResetAt = TwoFactorResetAt,
        };
}

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

    public string? JobTitle { get; init; }

    public Role Role { get; init; }

    /// <summary>Empty where they see every case type.</summary>
    public IReadOnlyList<string> ScopeIds { get; init; } = [];

    /// <summary>
    /// Whether they see every case type, or those of their scopes only; always all above the role User.
    /// </summary>
    public AccessMode CaseAccess
    {
        get => field == default ? AccessMode.Assigned : field;
        init => field = value == default ? AccessModes.ImpliedBy(ScopeIds) : value;
    }

    /// <summary>Granted beyond the role.</summary>
    public IReadOnlyList<string> Permissions { get; init; } = [];

    /// <summary>Empty where they see every agent.</summary>
    public IReadOnlyList<string> AgentIds { get; init; } = [];

    /// <summary>Whether they see every agent, or the assigned ones only.</summary>
    public AccessMode AgentAccess
    {
        get => field == default ? AccessMode.Assigned : field;
        init => field = value == default ? AccessModes.ImpliedBy(AgentIds) : value;
    }

    /// <summary>By agent id, what they may do there other than with the rest.</summary>
    public IReadOnlyDictionary<string, AgentOverride> AgentOverrides
    {
        get;
        init => field = value ?? AgentOverride.None;
    } = AgentOverride.None;

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
    public Assignment Cases
    {
        get => new(CaseAccess, ScopeIds);
        init => (CaseAccess, ScopeIds) = (value.Mode, value.Ids);
    }

    [JsonIgnore]
    public Assignment Agents
    {
        get => new(AgentAccess, AgentIds);
        init => (AgentAccess, AgentIds) = (value.Mode, value.Ids);
    }

    [JsonIgnore]
    public MemberView View =>
        new(
            UserId,
            FullName,
            Email,
            PhoneNumber,
            JobTitle,
            Role,
            ScopeIds,
            MemberRules.EffectivePermissions(this),
            AgentIds,
            Status,
            JoinedAt
        )
        {
            CaseAccess = CaseAccess,
            AgentAccess = AgentAccess,
            AgentOverrides = AgentOverrides,
            Version = Version,
            Photo = Photo,
        };
}

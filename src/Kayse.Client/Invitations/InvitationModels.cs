using System.Collections.ObjectModel;

namespace Kayse.Client;

/// <summary>Somebody to invite.</summary>
public sealed record InviteRequest
{
    /// <summary>1 to 200 characters.</summary>
    public required string FullName { get; init; }

    /// <summary>Where the invitation goes.</summary>
    public required string Email { get; init; }

    /// <summary>One of <see cref="KayseRoles"/>; not above the inviter's.</summary>
    public required string Role { get; init; }

    /// <summary>In international form, or national with <see cref="PhoneCountry"/>.</summary>
    public string? PhoneNumber { get; init; }

    /// <summary>ISO 3166 alpha-2.</summary>
    public string? PhoneCountry { get; init; }

    /// <summary>Up to 200 characters.</summary>
    public string? JobTitle { get; init; }

    /// <summary>One of <see cref="KayseAccess"/>; null: follows from <see cref="ScopeIds"/>.</summary>
    public string? CaseAccess { get; init; }

    /// <summary>Scopes they will have; only for the role User.</summary>
    public IReadOnlyList<string>? ScopeIds { get; init; }

    /// <summary>Permissions beyond the role's.</summary>
    public IReadOnlyList<string>? Permissions { get; init; }

    /// <summary>One of <see cref="KayseAccess"/>; null: follows from <see cref="AgentIds"/>.</summary>
    public string? AgentAccess { get; init; }

    /// <summary>The agents that will be assigned to them.</summary>
    public IReadOnlyList<string>? AgentIds { get; init; }

    /// <summary>By agent id, what they may do there other than with the rest.</summary>
    public IReadOnlyDictionary<string, AgentOverride>? AgentOverrides { get; init; }
}

/// <summary>Changes a pending invitation; what isn't set stays.</summary>
public sealed record InvitationChange
{
    /// <summary>Null: stays.</summary>
    public string? FullName { get; init; }

    /// <summary>Another address gets a new link; null: stays.</summary>
    public string? Email { get; init; }

    /// <summary>One of <see cref="KayseRoles"/>; null: stays.</summary>
    public string? Role { get; init; }

    /// <summary>In international form, or national with <see cref="PhoneCountry"/>.</summary>
    public Optional<string?> PhoneNumber { get; init; }

    /// <summary>ISO 3166 alpha-2.</summary>
    public string? PhoneCountry { get; init; }

    /// <summary>Their job title.</summary>
    public Optional<string?> JobTitle { get; init; }

    /// <summary>One of <see cref="KayseAccess"/>; null: follows from <see cref="ScopeIds"/>, or stays.</summary>
    public string? CaseAccess { get; init; }

    /// <summary>Replaces the scopes; null: they stay.</summary>
    public IReadOnlyList<string>? ScopeIds { get; init; }

    /// <summary>Replaces the permissions; null: they stay.</summary>
    public IReadOnlyList<string>? Permissions { get; init; }

    /// <summary>One of <see cref="KayseAccess"/>; null: follows from <see cref="AgentIds"/>, or stays.</summary>
    public string? AgentAccess { get; init; }

    /// <summary>Replaces the agents; null: they stay.</summary>
    public IReadOnlyList<string>? AgentIds { get; init; }

    /// <summary>Replaces all exceptions for agents; null: they stay.</summary>
    public IReadOnlyDictionary<string, AgentOverride>? AgentOverrides { get; init; }
}

/// <summary>An invitation as the company sees it.</summary>
public sealed record Invitation
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>The name of the invited person.</summary>
    public required string FullName { get; init; }

    /// <summary>Where it went.</summary>
    public required string Email { get; init; }

    /// <summary>E.164, or null.</summary>
    public string? PhoneNumber { get; init; }

    /// <summary>One of <see cref="KayseRoles"/>.</summary>
    public required string Role { get; init; }

    /// <summary>Their job title, or null.</summary>
    public string? JobTitle { get; init; }

    /// <summary>One of <see cref="KayseAccess"/>.</summary>
    public required string CaseAccess { get; init; }

    /// <summary>Scopes they will have.</summary>
    public required IReadOnlyList<string> ScopeIds { get; init; }

    /// <summary>Permissions beyond the role's.</summary>
    public required IReadOnlyList<string> Permissions { get; init; }

    /// <summary>One of <see cref="KayseAccess"/>.</summary>
    public required string AgentAccess { get; init; }

    /// <summary>The agents that will be assigned to them.</summary>
    public required IReadOnlyList<string> AgentIds { get; init; }

    /// <summary>By agent id, what they may do there other than with the rest.</summary>
    public IReadOnlyDictionary<string, AgentOverride> AgentOverrides { get; init; } = ReadOnlyDictionary<string, AgentOverride>.Empty;

    /// <summary><c>pending</c>, <c>accepted</c>, <c>declined</c>, <c>revoked</c> or <c>expired</c>.</summary>
    public required string Status { get; init; }

    /// <summary>Who invited.</summary>
    public required Inviter InvitedBy { get; init; }

    /// <summary>When it was created.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was last sent.</summary>
    public DateTimeOffset SentAt { get; init; }

    /// <summary>From when on it can't be accepted.</summary>
    public DateTimeOffset ExpiresAt { get; init; }

    /// <summary>How its last mail stands: <c>queued</c>, <c>sent</c> or <c>failed</c>.</summary>
    public required string Delivery { get; init; }
}

/// <summary>Who invited somebody.</summary>
/// <param name="UserId">The person; null for a service key.</param>
/// <param name="FullName">Their name.</param>
public sealed record Inviter(string? UserId, string FullName);

/// <summary>What came of inviting somebody.</summary>
/// <param name="Outcome"><c>invited</c> or <c>added</c>.</param>
/// <param name="Invitation">The invitation, when they were invited.</param>
/// <param name="Member">The member, when they were added at once.</param>
public sealed record Invited(string Outcome, Invitation? Invitation, Member? Member);

/// <summary>What the holder of a link may know before accepting.</summary>
/// <param name="CompanyName">Who invites.</param>
/// <param name="Email">Where the invitation went.</param>
/// <param name="FullName">The name on it.</param>
/// <param name="Role">One of <see cref="KayseRoles"/>.</param>
/// <param name="InvitedBy">The name of the inviter, or null.</param>
/// <param name="ExpiresAt">From when on it can't be accepted.</param>
/// <param name="AccountExists">Whether the address has an account: accepting takes its password, or its session.</param>
public sealed record InvitationPreview(
    string CompanyName,
    string Email,
    string FullName,
    string Role,
    string? InvitedBy,
    DateTimeOffset ExpiresAt,
    bool AccountExists
);

/// <summary>Accepts an invitation.</summary>
public sealed class AcceptInvitationRequest
{
    /// <summary>What follows <c>#token=</c> in the link.</summary>
    public required string Token { get; init; }

    /// <summary>A new person's choice, or the password of the account; not needed when signed in to it.</summary>
    public string? Password { get; init; }

    /// <summary>A new person's correction of their name.</summary>
    public string? FullName { get; init; }

    /// <summary>A new person's correction of their phone number.</summary>
    public string? PhoneNumber { get; init; }

    /// <summary>ISO 3166 alpha-2.</summary>
    public string? PhoneCountry { get; init; }
}

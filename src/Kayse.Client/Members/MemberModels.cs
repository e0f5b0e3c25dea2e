using System.Collections.ObjectModel;

namespace Kayse.Client;

/// <summary>What one agent is an exception for; a permission in both lists is denied.</summary>
/// <param name="Grant">Permissions they have for this agent only.</param>
/// <param name="Deny">Permissions they don't have for this agent.</param>
public sealed record AgentOverride(IReadOnlyList<string>? Grant, IReadOnlyList<string>? Deny);

/// <summary>Which members to list; what is null doesn't matter.</summary>
public sealed record MemberQuery
{
    /// <summary>Part of the name, email address or job title.</summary>
    public string? Search { get; init; }

    /// <summary>One of <see cref="KayseRoles"/>.</summary>
    public string? Role { get; init; }

    /// <summary><c>active</c> or <c>deactivated</c>.</summary>
    public string? Status { get; init; }

    /// <summary>The order, as the API takes it.</summary>
    public string? Sort { get; init; }
}

/// <summary>A person in a company.</summary>
public sealed record Member
{
    /// <summary>The person.</summary>
    public required string UserId { get; init; }

    /// <summary>What the company calls them.</summary>
    public required string FullName { get; init; }

    /// <summary>Their address.</summary>
    public required string Email { get; init; }

    /// <summary>E.164, or null.</summary>
    public string? PhoneNumber { get; init; }

    /// <summary>Their job title, or null.</summary>
    public string? JobTitle { get; init; }

    /// <summary>One of <see cref="KayseRoles"/>.</summary>
    public required string Role { get; init; }

    /// <summary>One of <see cref="KayseAccess"/>.</summary>
    public required string CaseAccess { get; init; }

    /// <summary>Their scopes.</summary>
    public required IReadOnlyList<string> ScopeIds { get; init; }

    /// <summary>Everything they may do, including what their role brings.</summary>
    public required IReadOnlyList<string> Permissions { get; init; }

    /// <summary>One of <see cref="KayseAccess"/>.</summary>
    public required string AgentAccess { get; init; }

    /// <summary>The agents assigned to them.</summary>
    public required IReadOnlyList<string> AgentIds { get; init; }

    /// <summary>By agent id, what they may do there other than with the rest.</summary>
    public IReadOnlyDictionary<string, AgentOverride> AgentOverrides { get; init; } = ReadOnlyDictionary<string, AgentOverride>.Empty;

    /// <summary><c>active</c> or <c>deactivated</c>.</summary>
    public required string Status { get; init; }

    /// <summary>When they last used a session; null: never.</summary>
    public DateTimeOffset? LastActiveAt { get; init; }

    /// <summary>When they joined.</summary>
    public DateTimeOffset JoinedAt { get; init; }

    /// <summary>Their photo, or null.</summary>
    public string? PhotoUrl { get; init; }
}

/// <summary>Changes a member; what isn't set stays.</summary>
public sealed record MemberChange
{
    /// <summary>What the company calls them; null: stays.</summary>
    public string? FullName { get; init; }

    /// <summary>Their job title.</summary>
    public Optional<string?> JobTitle { get; init; }

    /// <summary>One of <see cref="KayseRoles"/>; null: stays.</summary>
    public string? Role { get; init; }

    /// <summary>One of <see cref="KayseAccess"/>; null: follows from <see cref="ScopeIds"/>, or stays.</summary>
    public string? CaseAccess { get; init; }

    /// <summary>Replaces their scopes; null: they stay.</summary>
    public IReadOnlyList<string>? ScopeIds { get; init; }

    /// <summary>Replaces the permissions granted to them; null: they stay.</summary>
    public IReadOnlyList<string>? Permissions { get; init; }

    /// <summary>One of <see cref="KayseAccess"/>; null: follows from <see cref="AgentIds"/>, or stays.</summary>
    public string? AgentAccess { get; init; }

    /// <summary>Replaces their agents; null: they stay.</summary>
    public IReadOnlyList<string>? AgentIds { get; init; }

    /// <summary>Replaces all exceptions for agents; null: they stay.</summary>
    public IReadOnlyDictionary<string, AgentOverride>? AgentOverrides { get; init; }
}

/// <summary>Somebody who becomes a member without a mail.</summary>
public sealed class CreateMemberRequest
{
    /// <summary>1 to 200 characters.</summary>
    public required string FullName { get; init; }

    /// <summary>Their address, by which they sign in; nobody may have an account with it.</summary>
    public required string Email { get; init; }

    /// <summary>One of <see cref="KayseRoles"/>.</summary>
    public required string Role { get; init; }

    /// <summary>For their first sign-in, at which they have to choose another.</summary>
    public required string Password { get; init; }

    /// <summary>In international form, or national with <see cref="PhoneCountry"/>.</summary>
    public string? PhoneNumber { get; init; }

    /// <summary>ISO 3166 alpha-2.</summary>
    public string? PhoneCountry { get; init; }

    /// <summary>Up to 200 characters.</summary>
    public string? JobTitle { get; init; }

    /// <summary>One of <see cref="KayseAccess"/>; null: follows from <see cref="ScopeIds"/>.</summary>
    public string? CaseAccess { get; init; }

    /// <summary>Their scopes; only for the role User.</summary>
    public IReadOnlyList<string>? ScopeIds { get; init; }

    /// <summary>Permissions beyond the role's.</summary>
    public IReadOnlyList<string>? Permissions { get; init; }

    /// <summary>One of <see cref="KayseAccess"/>; null: follows from <see cref="AgentIds"/>.</summary>
    public string? AgentAccess { get; init; }

    /// <summary>The agents assigned to them.</summary>
    public IReadOnlyList<string>? AgentIds { get; init; }

    /// <summary>By agent id, what they may do there other than with the rest.</summary>
    public IReadOnlyDictionary<string, AgentOverride>? AgentOverrides { get; init; }
}

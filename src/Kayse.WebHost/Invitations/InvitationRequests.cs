using Kayse.Grains.Members;
using Kayse.WebHost.Http.Json;
using Kayse.WebHost.Members;

namespace Kayse.WebHost.Invitations;

/// <summary>Invites a person to a company.</summary>
internal sealed class InviteMemberRequest
{
    /// <summary>Their name, 1 to 200 characters.</summary>
    public required string FullName { get; init; }

    /// <summary>Where the invitation goes.</summary>
    public required string Email { get; init; }

    /// <summary>The role that they will have; not above the inviter's.</summary>
    public required Role? Role { get; init; }

    /// <summary>
    /// In international form, or national with <c>phoneCountry</c>. Empty or a bare country code is none.
    /// </summary>
    public string? PhoneNumber { get; init; }

    /// <summary>ISO 3166 alpha-2.</summary>
    public string? PhoneCountry { get; init; }

    /// <summary>Up to 200 characters.</summary>
    public string? JobTitle { get; init; }

    /// <summary>
    /// <c>all</c>: every case type. <c>assigned</c>: those of the scopes in <c>scopeIds</c>, and none if there are
    /// none; only for the role <c>user</c>. Without it: <c>assigned</c> if <c>scopeIds</c> names any, else <c>all</c>.
    /// </summary>
    public AccessMode? CaseAccess { get; init; }

    /// <summary>Scopes that they will have; only for the role <c>user</c>.</summary>
    public IReadOnlyList<string>? ScopeIds { get; init; }

    /// <summary>Permissions beyond the role's.</summary>
    public IReadOnlyList<string>? Permissions { get; init; }

    /// <summary>
    /// <c>all</c>: every agent. <c>assigned</c>: those in <c>agentIds</c>, and none if there are none. Without it:
    /// <c>assigned</c> if <c>agentIds</c> names any, else <c>all</c>.
    /// </summary>
    public AccessMode? AgentAccess { get; init; }

    /// <summary>The agents that will be assigned to them.</summary>
    public IReadOnlyList<string>? AgentIds { get; init; }

    /// <summary>By agent id, permissions given or taken there only.</summary>
    public IReadOnlyDictionary<string, AgentOverrideBody?>? AgentOverrides { get; init; }
}

/// <summary>Changes a pending invitation; what is absent stays.</summary>
internal sealed class UpdateInvitationRequest
{
    /// <summary>1 to 200 characters.</summary>
    public Optional<string?> FullName { get; init; }

    /// <summary>Another address than before is a resend to it.</summary>
    public Optional<string?> Email { get; init; }

    /// <summary>The new role.</summary>
    public Optional<Role?> Role { get; init; }

    /// <summary>Null takes the number away.</summary>
    public Optional<string?> PhoneNumber { get; init; }

    /// <summary>ISO 3166 alpha-2, for a <c>phoneNumber</c> in national form.</summary>
    public string? PhoneCountry { get; init; }

    /// <summary>Null takes the job title away.</summary>
    public Optional<string?> JobTitle { get; init; }

    /// <summary>
    /// <c>all</c>: every case type; scopes are taken away. <c>assigned</c>: those of the scopes, and none if there are
    /// none; only for the role <c>user</c>. Absent: <c>assigned</c> if <c>scopeIds</c> names any, else it stays.
    /// </summary>
    public Optional<AccessMode?> CaseAccess { get; init; }

    /// <summary>
    /// Replaces the scopes; only for the role <c>user</c>. An empty list, or null, needs <c>caseAccess</c> beside it
    /// for somebody who is restricted.
    /// </summary>
    public Optional<IReadOnlyList<string>?> ScopeIds { get; init; }

    /// <summary>Null or none takes all away.</summary>
    public Optional<IReadOnlyList<string>?> Permissions { get; init; }

    /// <summary>
    /// <c>all</c>: every agent. <c>assigned</c>: those in <c>agentIds</c>, and none if there are none. Absent:
    /// <c>assigned</c> if <c>agentIds</c> names any, else it stays.
    /// </summary>
    public Optional<AccessMode?> AgentAccess { get; init; }

    /// <summary>
    /// Replaces the agents. An empty list, or null, needs <c>agentAccess</c> beside it for somebody who is restricted.
    /// </summary>
    public Optional<IReadOnlyList<string>?> AgentIds { get; init; }

    /// <summary>In place of all that there are; null or none takes all away.</summary>
    public Optional<IReadOnlyDictionary<string, AgentOverrideBody?>?> AgentOverrides { get; init; }
}

/// <summary>Names an invitation by the token of its link.</summary>
internal sealed class InvitationTokenRequest
{
    /// <summary>What follows <c>#token=</c> in the link.</summary>
    public required string Token { get; init; }
}

/// <summary>Accepts an invitation.</summary>
internal sealed class AcceptInvitationRequest
{
    /// <summary>What follows <c>#token=</c> in the link.</summary>
    public required string Token { get; init; }

    /// <summary>
    /// A new person's choice, or the password of the account that has the address. Not needed when signed in to that
    /// account.
    /// </summary>
    public string? Password { get; init; }

    /// <summary>A new person's correction of their name.</summary>
    public string? FullName { get; init; }

    /// <summary>A new person's correction of their phone number.</summary>
    public string? PhoneNumber { get; init; }

    /// <summary>ISO 3166 alpha-2, for a number in national form.</summary>
    public string? PhoneCountry { get; init; }

    public AcceptInvitationLink ToCommand() => new(Token, Password, FullName, PhoneNumber, PhoneCountry);
}

using Kayse.Grains.Members;
using Kayse.WebHost.Http.Json;

namespace Kayse.WebHost.Members;

/// <summary>Creates a member without asking them by mail.</summary>
internal sealed class CreateMemberRequest
{
    /// <summary>Their name, 1 to 200 characters.</summary>
    public required string FullName { get; init; }

    /// <summary>
    /// Their address, by which they sign in. Nobody may have an account with it: such people are invited.
    /// </summary>
    public required string Email { get; init; }

    /// <summary>Their role; not above one's own.</summary>
    public required Role? Role { get; init; }

    /// <summary>For their first sign-in, at which they must choose another.</summary>
    public required string Password { get; init; }

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

    /// <summary>Their scopes; only for the role <c>user</c>.</summary>
    public IReadOnlyList<string>? ScopeIds { get; init; }

    /// <summary>Permissions beyond the role's.</summary>
    public IReadOnlyList<string>? Permissions { get; init; }

    /// <summary>
    /// <c>all</c>: every agent. <c>assigned</c>: those in <c>agentIds</c>, and none if there are none. Without it:
    /// <c>assigned</c> if <c>agentIds</c> names any, else <c>all</c>.
    /// </summary>
    public AccessMode? AgentAccess { get; init; }

    /// <summary>The agents that are assigned to them.</summary>
    public IReadOnlyList<string>? AgentIds { get; init; }

    /// <summary>By agent id, what they may do there other than with the rest.</summary>
    public IReadOnlyDictionary<string, AgentOverrideBody?>? AgentOverrides { get; init; }

    public InitialPassword ToInitialPassword() => new(Role!.Value, Email, FullName, Password);
}

/// <summary>Changes a member; what is absent stays.</summary>
internal sealed class UpdateMemberRequest
{
    /// <summary>
    /// What the company calls them, 1 to 200 characters. Their own name in their profile stays theirs.
    /// </summary>
    public Optional<string?> FullName { get; init; }

    /// <summary>Null takes the job title away.</summary>
    public Optional<string?> JobTitle { get; init; }

    /// <summary>
    /// The new role. Whoever gets another than <c>user</c> loses scopes and granted permissions, and sees every case
    /// type; back in the role <c>user</c> they still do, unless <c>caseAccess</c> says otherwise.
    /// </summary>
    public Optional<Role?> Role { get; init; }

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

    /// <summary>Null or none takes all away. Without effect above the role <c>user</c>, which has them all.</summary>
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

    /// <summary>By agent id, all of them; null takes them away.</summary>
    public Optional<IReadOnlyDictionary<string, AgentOverrideBody?>?> AgentOverrides { get; init; }
}

/// <summary>Sets a member's password.</summary>
internal sealed class SetMemberPasswordRequest
{
    /// <summary>For their next sign-in, at which they must choose another.</summary>
    public required string NewPassword { get; init; }
}

/// <summary>Names the new owner.</summary>
internal sealed class TransferOwnershipRequest
{
    /// <summary>An active member.</summary>
    public required string UserId { get; init; }
}

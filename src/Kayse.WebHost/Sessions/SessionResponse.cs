using System.Text.Json.Serialization;
using Kayse.Grains.Members;

namespace Kayse.WebHost.Sessions;

/// <summary>Who a session acts as. Written by <see cref="SessionJson"/>; this is what its form is.</summary>
/// <param name="Id">The session's id, or the API key's.</param>
/// <param name="User">The person; null for a service key, which belongs to the company.</param>
/// <param name="Company">The active company.</param>
/// <param name="Role">Their role there.</param>
/// <param name="Permissions">Everything they may do there, with what the role brings.</param>
/// <param name="CaseAccess">Whether they may see every case type, or the assigned ones only.</param>
/// <param name="CaseTypes">The case types of their scopes; null when they may see all, and an empty list when they may
/// see none.</param>
/// <param name="AgentAccess">Whether they may use every agent, or the assigned ones only.</param>
/// <param name="AgentIds">The agents that are assigned to them; null when they may use all, an empty list when they may
/// use none.</param>
/// <param name="ExpiresAt">When the session ends unless it is used before; of an API key when it expires, or null when
/// it never does.</param>
internal sealed record SessionResponse(
    string Id,
    SessionUser? User,
    SessionCompany Company,
    Role Role,
    IReadOnlyList<string> Permissions,
    AccessMode CaseAccess,
    IReadOnlyList<string>? CaseTypes,
    AccessMode AgentAccess,
    IReadOnlyList<string>? AgentIds,
    DateTimeOffset? ExpiresAt
)
{
    /// <summary>The service key; absent for people.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SessionServiceKey? ServiceKey { get; init; }
}

/// <summary>A key of the company that calls instead of a person.</summary>
internal sealed record SessionServiceKey(string Id, string Name);

/// <summary>The person of a session.</summary>
internal sealed record SessionUser(string Id, string FullName, string Email);

/// <summary>The active company of a session.</summary>
internal sealed record SessionCompany(string Id, string Name);

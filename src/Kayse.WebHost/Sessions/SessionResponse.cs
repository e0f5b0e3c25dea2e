using System.Text.Json.Serialization;
using Kayse.Grains.Members;

namespace Kayse.WebHost.Sessions;

/// <summary>The current session. Written by <see cref="SessionJson"/>; this describes its form.</summary>
/// <param name="Id">The session's id, or the API key's.</param>
/// <param name="User">The person; null for a service key, which belongs to the company.</param>
/// <param name="Company">The active company.</param>
/// <param name="Role">Their role there.</param>
/// <param name="Permissions">All permissions in the company, including those of the role.</param>
/// <param name="CaseAccess">Whether they have access to all case types or only to assigned ones.</param>
/// <param name="CaseTypes">The case types of their scopes; null for all, an empty list for
/// none.</param>
/// <param name="AgentAccess">Whether they have access to all agents or only to assigned ones.</param>
/// <param name="AgentIds">The agents assigned to them; null for all, an empty list for
/// none.</param>
/// <param name="ExpiresAt">When the session ends if it isn't used before then. For an API key, when it expires, or null for
/// never.</param>
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

    /// <summary>
    /// What the session is limited to, whatever its permissions: <c>push</c>, <c>messenger</c>, <c>cases</c>,
    /// <c>tasks</c>. Present for paired apps only; refuse such a session everything else.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Scopes { get; init; }
}

/// <summary>A key of the company that calls instead of a person.</summary>
internal sealed record SessionServiceKey(string Id, string Name);

/// <summary>The person of a session.</summary>
internal sealed record SessionUser(string Id, string FullName, string Email);

/// <summary>The active company of a session.</summary>
internal sealed record SessionCompany(string Id, string Name);

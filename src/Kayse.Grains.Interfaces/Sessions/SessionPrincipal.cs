using System.Text.Json.Serialization;
using Kayse.Grains.Members;

namespace Kayse.Grains.Sessions;

/// <summary>
/// Who a session acts as and what they may do in its active company: what <c>GET /session</c> answers, pushed down to
/// the session whenever it changes.
/// </summary>
/// <param name="UserId">The person.</param>
/// <param name="FullName">Their name.</param>
/// <param name="Email">Their address.</param>
/// <param name="CompanyId">The active company.</param>
/// <param name="CompanyName">Its name.</param>
/// <param name="Role">Their role there.</param>
/// <param name="Permissions">Everything they may do there, with what the role brings.</param>
/// <param name="CaseTypes">The case types that they may see; null means all, an empty list none.</param>
[GenerateSerializer, Immutable, Alias("kayse.session-principal")]
public sealed record SessionPrincipal(
    [property: Id(0)] string UserId,
    [property: Id(1)] string FullName,
    [property: Id(2)] string Email,
    [property: Id(3)] string CompanyId,
    [property: Id(4)] string CompanyName,
    [property: Id(5)] Role Role,
    [property: Id(6)] IReadOnlyList<string> Permissions,
    [property: Id(7)] IReadOnlyList<string>? CaseTypes
)
{
    /// <summary>The agents that are assigned to them there.</summary>
    [Id(8)]
    public IReadOnlyList<string> AgentIds
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>By agent id, what they may do there other than with the rest.</summary>
    [Id(9)]
    public IReadOnlyDictionary<string, AgentOverride> AgentOverrides
    {
        get;
        init => field = value ?? AgentOverride.None;
    } = AgentOverride.None;

    /// <summary>What they have to do first; until then the session is refused everything else.</summary>
    [Id(10)]
    public SessionRestriction Restriction { get; init; }

    /// <summary>
    /// From when on the company wants a second factor of them that they don't have; null when it wants none or they
    /// have one.
    /// </summary>
    [Id(11)]
    public DateTimeOffset? TwoFactorRequiredFrom { get; init; }

    /// <summary>Whether they see every agent there, or the assigned ones only.</summary>
    [Id(12)]
    public AccessMode AgentAccess
    {
        get => field == default ? AccessMode.Assigned : field;
        init;
    }

    /// <summary>
    /// Whether it is a key of the company rather than a person; then <see cref="UserId"/> and <see cref="FullName"/> are
    /// the key's, and <see cref="Email"/> is empty.
    /// </summary>
    [Id(13)]
    public bool IsServiceKey { get; init; }

    /// <summary>
    /// What the session is limited to, of <see cref="SessionScopes"/>, whatever its person may do; null when it is good
    /// for everything.
    /// </summary>
    [Id(14)]
    public IReadOnlyList<string>? Scopes { get; init; }

    /// <summary>
    /// The connection by which the session began; null when it began without single sign-on. Such a session opens this
    /// company alone, and nothing of the account as a whole.
    /// </summary>
    [Id(15)]
    public string? SsoConnectionId { get; init; }

    /// <summary>Whether they see every case type there, or those of their scopes only.</summary>
    [JsonIgnore]
    public AccessMode CaseAccess => CaseTypes is null ? AccessMode.All : AccessMode.Assigned;
}

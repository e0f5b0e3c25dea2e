using Kayse.Grains.Members;
using Kayse.Grains.Sessions;

namespace Kayse.Grains.Users;

/// <summary>A person's copy of what a company's roster says of them; the roster decides.</summary>
/// <param name="CompanyId">The company.</param>
/// <param name="CompanyName">Its name.</param>
/// <param name="Version">Counts up with every change that the company makes; an older copy never replaces a newer
/// one.</param>
/// <param name="Role">Their role.</param>
/// <param name="Permissions">Everything they may do, with what the role brings.</param>
/// <param name="CaseTypes">The case types that they may see; null means all, an empty list none.</param>
/// <param name="Status">Whether they may work there.</param>
[GenerateSerializer, Immutable, Alias("kayse.membership")]
public sealed record Membership(
    [property: Id(0)] string CompanyId,
    [property: Id(1)] string CompanyName,
    [property: Id(2)] long Version,
    [property: Id(3)] Role Role,
    [property: Id(4)] IReadOnlyList<string> Permissions,
    [property: Id(5)] IReadOnlyList<string>? CaseTypes,
    [property: Id(6)] MemberStatus Status
)
{
    /// <summary>The agents that are assigned to them.</summary>
    [Id(7)]
    public IReadOnlyList<string> AgentIds
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>By agent id, what differs there.</summary>
    [Id(8)]
    public IReadOnlyDictionary<string, AgentOverride> AgentOverrides
    {
        get;
        init => field = value ?? AgentOverride.None;
    } = AgentOverride.None;

    /// <summary>What the company allows the sessions of its people.</summary>
    [Id(9)]
    public SessionLimits SessionLimits
    {
        get;
        init => field = value ?? SessionLimits.None;
    } = SessionLimits.None;

    /// <summary>From when on the company wants a second factor of this person; null when it doesn't.</summary>
    [Id(10)]
    public DateTimeOffset? TwoFactorRequiredFrom { get; init; }

    /// <summary>Whether the company lets no device be trusted.</summary>
    [Id(11)]
    public bool TrustedDevicesForbidden { get; init; }

    /// <summary>Whether they have left or were removed: the copy goes, and the sessions there end.</summary>
    [Id(12)]
    public bool Removed { get; init; }

    /// <summary>Whether only single sign-on opens the company for this person.</summary>
    [Id(14)]
    public bool SsoRequired { get; init; }

    /// <summary>
    /// Whether others there have to use single sign-on and this person doesn't, so that what they do instead is told.
    /// </summary>
    [Id(15)]
    public bool SsoExempt { get; init; }

    /// <summary>Whether they see every agent, or the assigned ones only.</summary>
    [Id(13)]
    public AccessMode AgentAccess
    {
        get => field == default ? AccessMode.Assigned : field;
        init;
    }
}

namespace Kayse.Grains.Members;

/// <summary>What a member may do, or what an invitation gives: role, scopes, permissions, agents.</summary>
[GenerateSerializer, Immutable, Alias("kayse.access-grant")]
public sealed record AccessGrant
{
    /// <summary>The role; above User it brings every case type.</summary>
    [Id(0)]
    public Role Role { get; init; }

    /// <summary>Every case type, or those of the scopes only; where nothing was set, the latter.</summary>
    [Id(1)]
    public AccessMode CaseAccess
    {
        get => field == default ? AccessMode.Assigned : field;
        init;
    }

    /// <summary>Only a User has some, and only with <see cref="AccessMode.Assigned"/>.</summary>
    [Id(2)]
    public IReadOnlyList<string> ScopeIds
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Granted beyond the role. <see cref="EffectivePermissions"/> has those of the role too.</summary>
    [Id(3)]
    public IReadOnlyList<string> Permissions
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Every agent, or the assigned ones only; where nothing was set, the latter.</summary>
    [Id(4)]
    public AccessMode AgentAccess
    {
        get => field == default ? AccessMode.Assigned : field;
        init;
    }

    /// <summary>The assigned agents; empty with <see cref="AccessMode.All"/>.</summary>
    [Id(5)]
    public IReadOnlyList<string> AgentIds
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>By agent id, the exceptions there.</summary>
    [Id(6)]
    public IReadOnlyDictionary<string, AgentOverride> AgentOverrides
    {
        get;
        init => field = value ?? AgentOverride.None;
    } = AgentOverride.None;

    /// <summary>What a role has where nothing else was chosen: every case type and every agent (RO-7).</summary>
    public static AccessGrant Unrestricted(Role role) =>
        new()
        {
            Role = role,
            CaseAccess = AccessMode.All,
            AgentAccess = AccessMode.All,
        };

    /// <summary>
    /// What the role brings and what was granted, in the order of <see cref="Members.Permissions.All"/>.
    /// </summary>
    public IReadOnlyList<string> EffectivePermissions() =>
        Permissions.Count == 0
            ? Members.Permissions.Of(Role)
            :
            [
                .. Members.Permissions.All.Where(
                    Members.Permissions.Of(Role).Concat(Permissions).ToHashSet(StringComparer.Ordinal).Contains
                ),
            ];
}
